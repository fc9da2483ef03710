import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DriftQuery } from '../../../../workers/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { OversightProps } from '../props.ts';
import { strings } from '../strings.ts';
import { DEFAULT_CHOICE, firstIncoming, NEWEST, toWindows, type WindowChoice } from '../windows.ts';

const { drift: words } = strings;

interface DriftWindowsProps extends OversightProps {
  readonly isBusy: boolean;
  /** Nothing was compared in this visit. */
  readonly isFirst: boolean;
  readonly onCompare: (query: DriftQuery) => void;
}

/** The two windows: found by default, or set by hand. */
export function DriftWindows({ session, isBusy, isFirst, onCompare }: DriftWindowsProps) {
  const reference = useSignal<'default' | 'hand'>('default');
  const from = useSignal('1');
  const to = useSignal('');
  const current = useSignal<WindowChoice['current']>('newest');
  const state = session.state.value;
  const items = session.itemCount.value;
  const range = { from: Number(from.value) - 1, to: Number(to.value) };
  const isRange = range.from >= 0 && range.to > range.from && range.to <= items;
  const isWhole = Number.isInteger(range.from) && Number.isInteger(range.to);
  const isWrong = reference.value === 'hand' && !(isRange && isWhole);
  const choice = {
    reference: reference.value === 'hand' ? range : null,
    current: current.value,
  };
  const query = isWrong ? null : toWindows(state, items, choice);
  const isReady = session.learner.value.phase === 'ready';
  useEffect(() => {
    // An alarm must ring by itself: the first look is taken as soon as the model can say something.
    const first = toWindows(state, items, DEFAULT_CHOICE);
    if (isReady && isFirst && first) onCompare(first);
  }, [isReady]);
  const options = [
    { value: 'newest', label: words.newest(Math.min(NEWEST, Math.floor(items / 2))) },
    ...(firstIncoming(state) === null ? [] : [{ value: 'incoming', label: words.incoming }]),
  ];
  return (
    <>
      <div class="oversight-fields">
        <Field label={words.reference}>
          <Select
            value={reference.value}
            onChange={(value) => {
              reference.value = value as typeof reference.value;
            }}
            options={[
              { value: 'default', label: words.byDefault },
              { value: 'hand', label: words.byHand },
            ]}
          />
        </Field>
        {reference.value === 'hand' && <Range from={from} to={to} />}
        <Field label={words.current}>
          <Select
            value={current.value}
            onChange={(value) => {
              current.value = value as WindowChoice['current'];
            }}
            options={options}
          />
        </Field>
      </div>
      {isWrong && <p role="status">{words.wrongRange(items)}</p>}
      {!isWrong && !query && <p>{words.tooFew}</p>}
      <Button
        variant="primary"
        disabled={!query}
        busy={isBusy}
        onClick={() => query && onCompare(query)}
      >
        {isBusy ? words.comparing : words.compare}
      </Button>
    </>
  );
}

type Text = ReturnType<typeof useSignal<string>>;

function Range({ from, to }: { readonly from: Text; readonly to: Text }) {
  const field = (label: string, signal: Text) => (
    <Field label={label}>
      <TextInput
        value={signal.value ?? ''}
        inputMode="numeric"
        onChange={(next) => {
          signal.value = next;
        }}
      />
    </Field>
  );
  return (
    <>
      {field(words.from, from)}
      {field(words.to, to)}
    </>
  );
}
