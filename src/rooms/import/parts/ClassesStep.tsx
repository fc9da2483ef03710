import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { MAX_CLASSES } from '../class-drafts.ts';
import { isFullyLabelled } from '../fully-labelled.ts';
import { existingClasses } from '../state.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';
import { AllLabelled } from './AllLabelled.tsx';
import { DraftRow } from './DraftRow.tsx';
import { ExistingClasses } from './ExistingClasses.tsx';
import { ModeChoice } from './ModeChoice.tsx';
import { Step } from './Step.tsx';

export function ClassesStep({ wizard }: { readonly wizard: Wizard }) {
  const state = wizard.state.value;
  const hasFileLabels = state.drafts.some((draft) => draft.value !== null);
  return (
    <Step id="classes" title={strings.classes.title}>
      <ModeChoice wizard={wizard} />
      {state.target !== null && <ExistingClasses classes={existingClasses(state)} />}
      <ScanLine wizard={wizard} />
      {isFullyLabelled(state) && <AllLabelled wizard={wizard} />}
      {hasTooMany(state.scan) ? null : (
        <ul class="import-drafts" aria-label={strings.classes.rowLabel}>
          {state.drafts.map((draft) => (
            <DraftRow key={draft.id} wizard={wizard} draft={draft} />
          ))}
        </ul>
      )}
      <Field
        label={hasFileLabels || state.target ? strings.classes.typedMore : strings.classes.typed}
        hint={strings.classes.typedHint}
      >
        <TextArea
          value={state.typed}
          rows={3}
          placeholder={hasFileLabels ? '' : strings.classes.typedPlaceholder}
          onChange={(text: string) => wizard.dispatch({ type: 'typed', text })}
        />
      </Field>
    </Step>
  );
}

type Scan = Wizard['state']['value']['scan'];

const hasTooMany = (scan: Scan): boolean =>
  scan.status === 'ready' && (scan.value.truncated || scan.value.labels.length > MAX_CLASSES);

function ScanLine({ wizard }: { readonly wizard: Wizard }) {
  const { scan } = wizard.state.value;
  if (scan.status === 'loading') return <Spinner label={strings.classes.scanning} />;
  if (scan.status === 'failed') return <Notice tone="bad">{scan.message}</Notice>;
  if (scan.status !== 'ready') return null;
  const { labels, rows } = scan.value;
  if (hasTooMany(scan)) {
    return <Notice tone="warn">{strings.problem.tooManyLabels(labels.length, MAX_CLASSES)}</Notice>;
  }
  return <p class="import-quiet">{strings.classes.fromFile(labels.length, rows)}</p>;
}
