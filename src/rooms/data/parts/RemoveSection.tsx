import { useSignal } from '@preact/signals';
import type { Services } from '../../../engine/services.ts';
import type { ProjectRow } from '../../../storage/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { RemoveProjectDialog } from '../../shared/RemoveProjectDialog.tsx';
import { strings } from '../strings.ts';

interface RemoveSectionProps {
  readonly services: Services;
  readonly row: ProjectRow;
}

export function RemoveSection({ services, row }: RemoveSectionProps) {
  const isAsking = useSignal(false);
  return (
    <section class="data-section">
      <h2>{strings.remove.title}</h2>
      <p class="data-quiet">{strings.remove.lead}</p>
      <Button
        variant="danger"
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {strings.remove.go}
      </Button>
      {isAsking.value && (
        <RemoveProjectDialog
          services={services}
          row={row}
          onClose={() => {
            isAsking.value = false;
          }}
          onRemoved={() => services.router.go('home')}
        />
      )}
    </section>
  );
}
