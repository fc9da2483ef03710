import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Checkpoint } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { findCheckpoint } from '../checkpoint-list.ts';
import { createComparer } from '../comparing.ts';
import type { ModelsProps } from '../props.ts';
import { strings } from '../strings.ts';
import { Comparison } from './Comparison.tsx';

interface CompareProps extends ModelsProps {
  readonly all: readonly Checkpoint[];
}

export function Compare({ session, all }: CompareProps) {
  const comparer = useMemo(() => createComparer(session), [session]);
  const chosenA = useSignal<string>('');
  const chosenB = useSignal<string>('');
  // Newest against the one before, until the person says otherwise.
  const a = findCheckpoint(all, chosenA.value) ?? all[1] ?? null;
  const b = findCheckpoint(all, chosenB.value) ?? all[0] ?? null;
  const state = comparer.state.value;
  if (a === null || b === null) {
    return (
      <section class="models-section">
        <h2>{strings.compare.title}</h2>
        <p class="models-quiet">{strings.compare.tooFew}</p>
      </section>
    );
  }
  const isSame = a.id === b.id;
  return (
    <section class="models-section" aria-labelledby="models-compare">
      <h2 id="models-compare">{strings.compare.title}</h2>
      <div class="models-compare-form">
        <Pick
          label={strings.compare.a}
          all={all}
          value={a.id}
          onPick={(id) => (chosenA.value = id)}
        />
        <Pick
          label={strings.compare.b}
          all={all}
          value={b.id}
          onPick={(id) => (chosenB.value = id)}
        />
        <Button
          disabled={isSame}
          busy={state.step === 'working'}
          onClick={() => void comparer.compare(a, b)}
        >
          {strings.compare.go}
        </Button>
      </div>
      {isSame && <p class="models-quiet">{strings.compare.same}</p>}
      {state.step === 'working' && <Spinner label={strings.compare.working} />}
      {state.step === 'failed' && (
        <Notice tone="bad" title={strings.compare.failed}>
          {state.message}
        </Notice>
      )}
      {state.step === 'done' && <Comparison session={session} done={state} />}
    </section>
  );
}

interface PickProps {
  readonly label: string;
  readonly all: readonly Checkpoint[];
  readonly value: string;
  readonly onPick: (id: string) => void;
}

function Pick({ label, all, value, onPick }: PickProps) {
  return (
    <Field label={label}>
      <Select
        value={value}
        options={all.map(({ id, name }) => ({ value: id as string, label: name }))}
        onChange={onPick}
      />
    </Field>
  );
}
