import { Notice } from '../../../ui/Notice.tsx';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';
import { BadRowsTable } from './BadRowsTable.tsx';
import { FirstItem } from './FirstItem.tsx';
import { LocationChoice } from './LocationChoice.tsx';
import { ModalityChoice } from './ModalityChoice.tsx';
import { MAX_ROWS_SHOWN, PreviewTable } from './PreviewTable.tsx';
import { ReadOptions } from './ReadOptions.tsx';
import { RoleHints } from './RoleHints.tsx';
import { Step } from './Step.tsx';
import { WindowChoice } from './WindowChoice.tsx';

export function ReadStep({ wizard }: { readonly wizard: Wizard }) {
  const { preview, roles, modality } = wizard.state.value;
  if (preview.status !== 'ready') return null;
  const { columns, rows, bad, warnings } = preview.value;
  return (
    <Step id="read" title={strings.read.title}>
      <p class="import-quiet">
        {strings.read.summary(columns.length, Math.min(rows.length, MAX_ROWS_SHOWN))}
      </p>
      <ModalityChoice wizard={wizard} />
      <LocationChoice wizard={wizard} />
      {modality === 'sound' && <WindowChoice wizard={wizard} />}
      {warnings.map((warning) => (
        <Notice key={warning} tone="warn">
          {warning}
        </Notice>
      ))}
      {preview.value.files === undefined && (
        <details class="import-adjust">
          <summary>{strings.read.adjust}</summary>
          <ReadOptions wizard={wizard} preview={preview.value} />
        </details>
      )}
      <PreviewTable wizard={wizard} preview={preview.value} />
      <RoleHints />
      {bad.length > 0 && (
        <Notice tone="warn" title={strings.read.badTitle(bad.length)}>
          <p>{strings.read.badHint}</p>
          <BadRowsTable bad={bad} />
        </Notice>
      )}
      {modality === 'text' && <FirstItem preview={preview.value} roles={roles} />}
    </Step>
  );
}
