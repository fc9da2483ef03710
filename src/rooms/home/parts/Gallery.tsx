import { useSignal } from '@preact/signals';
import type { Services } from '../../../engine/services.ts';
import type { ProjectRow } from '../../../storage/api.ts';
import { RemoveProjectDialog } from '../../shared/RemoveProjectDialog.tsx';
import { strings } from '../strings.ts';
import { ProjectCard } from './ProjectCard.tsx';
import { RenameDialog } from './RenameDialog.tsx';

interface GalleryProps {
  readonly services: Services;
  readonly rows: readonly ProjectRow[];
  readonly onChanged: () => void;
}

type Asked = { readonly what: 'rename' | 'remove'; readonly row: ProjectRow } | null;

export function Gallery({ services, rows, onChanged }: GalleryProps) {
  const asked = useSignal<Asked>(null);
  const close = (): void => {
    asked.value = null;
    onChanged();
  };
  const current = asked.value;
  return (
    <>
      <ul class="home-gallery" aria-label={strings.title}>
        {rows.map((row) => (
          <li key={row.id}>
            <ProjectCard
              services={services}
              row={row}
              onAsk={(what) => {
                asked.value = { what, row };
              }}
            />
          </li>
        ))}
      </ul>
      {current?.what === 'rename' && (
        <RenameDialog services={services} row={current.row} onClose={close} />
      )}
      {current?.what === 'remove' && (
        <RemoveProjectDialog
          services={services}
          row={current.row}
          onClose={close}
          onRemoved={close}
        />
      )}
    </>
  );
}
