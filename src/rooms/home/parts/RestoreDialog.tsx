import { useEffect, useMemo } from 'preact/hooks';
import type { ProjectId } from '../../../domain/records.ts';
import type { Services } from '../../../engine/services.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { createRestorer, type Restorer } from '../restoring.ts';
import { strings } from '../strings.ts';
import { BackupContents } from './BackupContents.tsx';
import { RestoreDone } from './RestoreDone.tsx';

interface RestoreDialogProps {
  readonly services: Services;
  /** A file dropped on the page, or null: the person chooses one here. */
  readonly file: File | null;
  readonly onClose: () => void;
}

export function RestoreDialog({ services, file, onClose }: RestoreDialogProps) {
  const restorer = useMemo(() => createRestorer(services.importer), [services]);
  useEffect(() => {
    if (file !== null) void restorer.check(file);
  }, [restorer, file]);
  const open = (id: ProjectId): void => {
    onClose();
    services.router.go('label', id);
  };
  return (
    <Dialog
      open
      title={strings.restoring.title}
      onClose={onClose}
      actions={<RestoreActions restorer={restorer} onClose={onClose} onOpen={open} />}
    >
      <RestoreBody restorer={restorer} />
    </Dialog>
  );
}

function RestoreBody({ restorer }: { readonly restorer: Restorer }) {
  const state = restorer.state.value;
  switch (state.step) {
    case 'choose':
      return (
        <FileDrop
          label={strings.restoring.choose}
          onFiles={(files) => files[0] && void restorer.check(files[0])}
        />
      );
    case 'checking':
      return <Spinner label={strings.restoring.reading} />;
    case 'unreadable':
      return (
        <Notice tone="bad" title={strings.restoring.unreadable}>
          {state.message}
        </Notice>
      );
    case 'checked':
      return <BackupContents inspection={state.inspection} />;
    case 'restoring':
      return <Spinner label={strings.restoring.working} />;
    case 'failed':
      return (
        <Notice tone="bad" title={strings.restoring.failed}>
          {state.message}
        </Notice>
      );
    case 'done':
      return <RestoreDone report={state.report} />;
  }
}

interface RestoreActionsProps {
  readonly restorer: Restorer;
  readonly onClose: () => void;
  readonly onOpen: (id: ProjectId) => void;
}

function RestoreActions({ restorer, onClose, onOpen }: RestoreActionsProps) {
  const state = restorer.state.value;
  const canRetry = state.step === 'unreadable' || state.step === 'failed';
  return (
    <>
      <Button onClick={onClose}>{strings.restoring.cancel}</Button>
      {canRetry && <Button onClick={restorer.again}>{strings.restoring.another}</Button>}
      {state.step === 'checked' && (
        <Button variant="primary" onClick={() => void restorer.restore()}>
          {goLabel(state.inspection)}
        </Button>
      )}
      {state.step === 'done' && (
        <Button variant="primary" onClick={() => onOpen(state.report.projectId)}>
          {strings.restoring.open}
        </Button>
      )}
    </>
  );
}

function goLabel(inspection: {
  readonly damage: readonly string[];
  readonly alreadyHere: boolean;
}): string {
  if (inspection.damage.length > 0) return strings.restoring.goPartial;
  return inspection.alreadyHere ? strings.restoring.merge : strings.restoring.go;
}
