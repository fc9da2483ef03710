import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { problems } from '../problems.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';
import { RunProgress } from './RunProgress.tsx';
import { Step } from './Step.tsx';

export function FinishStep({ wizard }: { readonly wizard: Wizard }) {
  const { run } = wizard.state.value;
  return (
    <Step id="finish" title={strings.finish.title}>
      {run.status === 'running' ? (
        <RunProgress wizard={wizard} run={run} />
      ) : (
        <FinishForm wizard={wizard} />
      )}
    </Step>
  );
}

function FinishForm({ wizard }: { readonly wizard: Wizard }) {
  const state = wizard.state.value;
  const open = problems(state);
  return (
    <>
      <div class="import-options">
        {state.target === null && (
          <Field label={strings.finish.name}>
            <TextInput
              value={state.name}
              onChange={(name: string) => wizard.dispatch({ type: 'name', name })}
            />
          </Field>
        )}
        <Field label={strings.finish.duplicates} hint={strings.finish.skipHint}>
          <Segmented
            label={strings.finish.duplicates}
            value={state.duplicates}
            options={[
              { value: 'skip', label: strings.finish.skip },
              { value: 'keep', label: strings.finish.keep },
            ]}
            onChange={(value: string) =>
              wizard.dispatch({
                type: 'duplicates',
                duplicates: value === 'keep' ? 'keep' : 'skip',
              })
            }
          />
        </Field>
      </div>
      <LastRun wizard={wizard} />
      <div class="import-start" aria-live="polite">
        {open.length > 0 && (
          <div class="import-problems">
            <strong>{strings.finish.notYet}</strong>
            <ul id="import-problems">
              {open.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
        <Button
          variant="primary"
          size="l"
          disabled={open.length > 0}
          aria-describedby={open.length > 0 ? 'import-problems' : undefined}
          onClick={() => void wizard.start()}
        >
          {strings.finish.start}
        </Button>
      </div>
    </>
  );
}

function LastRun({ wizard }: { readonly wizard: Wizard }) {
  const { run } = wizard.state.value;
  if (run.status === 'cancelled') return <Notice tone="plain">{strings.finish.cancelled}</Notice>;
  if (run.status !== 'failed') return null;
  return (
    <Notice tone="bad" title={strings.finish.failed}>
      <p>{run.message}</p>
      <p>{strings.finish.failedHint}</p>
    </Notice>
  );
}
