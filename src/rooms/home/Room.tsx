import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { RoomProps } from '../room.ts';
import { DropPage } from '../shared/DropPage.tsx';
import { sweepAbandonedImports } from '../shared/import-guard.ts';
import { useActions } from '../shared/use-actions.ts';
import { isBackupName } from './order.ts';
import { Gallery } from './parts/Gallery.tsx';
import { HomeHeader } from './parts/HomeHeader.tsx';
import { RestoreDialog } from './parts/RestoreDialog.tsx';
import { Samples } from './parts/Samples.tsx';
import { ToClassroom } from './parts/ToClassroom.tsx';
import { Welcome } from './parts/Welcome.tsx';
import { strings } from './strings.ts';
import { useProjects } from './use-projects.ts';
import './home.css';

export default function HomeRoom({ services }: RoomProps) {
  const { loaded, reload } = useProjects(services);
  /** The backup being looked at; undefined while the dialog is closed, null before a file is chosen. */
  const backup = useSignal<File | null | undefined>(undefined);
  useSweep(services);
  const take = (files: readonly File[]): void => {
    const first = files[0];
    if (first === undefined) return;
    if (isBackupName(first.name)) {
      backup.value = first;
      return;
    }
    services.handover.value = files;
    services.router.go('import');
  };
  const askRestore = (): void => {
    backup.value = null;
  };
  useActions(
    services,
    () => [
      {
        id: 'home.new',
        label: strings.newProject,
        shortcut: 'n',
        run: () => services.router.go('import'),
      },
      { id: 'home.restore', label: strings.restore, shortcut: 'r', run: askRestore },
    ],
    [services],
  );
  return (
    <DropPage label={strings.dropHere} onFiles={take}>
      <div class="home-page">
        {loaded.status === 'loading' && <Spinner label={strings.loading} />}
        {loaded.status === 'failed' && (
          <Notice
            tone="bad"
            title={strings.failedTitle}
            actions={<Button onClick={reload}>{strings.retry}</Button>}
          >
            {loaded.message}
          </Notice>
        )}
        {loaded.status === 'ready' && loaded.value.length === 0 && (
          <Welcome onFiles={take} onRestore={askRestore} />
        )}
        {loaded.status === 'ready' && loaded.value.length > 0 && (
          <>
            <HomeHeader services={services} onRestore={askRestore} />
            <Gallery services={services} rows={loaded.value} onChanged={reload} />
          </>
        )}
        {loaded.status !== 'loading' && <Samples services={services} />}
        {loaded.status !== 'loading' && <ToClassroom services={services} />}
        {backup.value !== undefined && (
          <RestoreDialog
            services={services}
            file={backup.value}
            onClose={() => {
              backup.value = undefined;
              reload();
            }}
          />
        )}
      </div>
    </DropPage>
  );
}

/** Takes out new projects whose import a crash cut off, and says so. */
function useSweep(services: RoomProps['services']): void {
  useEffect(() => {
    sweepAbandonedImports(services.storage).then(
      (count) => {
        if (count > 0) services.notify({ tone: 'warn', text: strings.swept(count) });
      },
      // Nothing to say: the next visit tries again, and the gallery reports a broken storage itself.
      () => undefined,
    );
  }, [services]);
}
