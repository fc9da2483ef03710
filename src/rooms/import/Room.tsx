import type { ImportPurpose, ProjectId } from '../../domain/records.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { RoomProps } from '../room.ts';
import { useLoaded } from '../shared/use-loaded.ts';
import { ImportPage } from './parts/ImportPage.tsx';
import { strings } from './strings.ts';
import './import.css';

/** `#/import` starts a project; `#/import/<projectId>` adds items to a live one, `.../decide` items to decide about. */
export default function ImportRoom({ services, path }: RoomProps) {
  const [first = '', second] = path.split('/');
  const projectId = first as ProjectId | '';
  const purpose = second === 'decide' ? second : null;
  if (projectId === '') {
    return (
      <ImportPage
        key="new"
        services={services}
        target={null}
        onMore={(id) => services.router.go('import', null, id)}
      />
    );
  }
  return <AddToProject key={path} services={services} projectId={projectId} purpose={purpose} />;
}

function AddToProject({
  services,
  projectId,
  purpose,
}: Pick<RoomProps, 'services'> & {
  readonly projectId: ProjectId;
  readonly purpose: ImportPurpose | null;
}) {
  const { loaded, reload } = useLoaded(() => services.storage.projects.get(projectId), [projectId]);
  if (loaded.status === 'loading') return <Spinner label={strings.loading} />;
  const row = loaded.status === 'ready' ? loaded.value : undefined;
  if (row === undefined) {
    const message = loaded.status === 'failed' ? loaded.message : strings.unknownProject(projectId);
    return (
      <EmptyState
        title={strings.title}
        actions={<Button onClick={() => services.router.go('home')}>{strings.backHome}</Button>}
      >
        <p>{message}</p>
      </EmptyState>
    );
  }
  return <ImportPage services={services} target={row.project} purpose={purpose} onMore={reload} />;
}
