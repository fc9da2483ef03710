import type { Services } from '../../../engine/services.ts';
import { Button } from '../../../ui/Button.tsx';
import { strings } from '../strings.ts';

interface HomeHeaderProps {
  readonly services: Services;
  readonly onRestore: () => void;
}

export function HomeHeader({ services, onRestore }: HomeHeaderProps) {
  return (
    <header class="home-head">
      <div>
        <h1>{strings.title}</h1>
        <p class="home-quiet">{strings.lead}</p>
      </div>
      <div class="home-head-actions">
        <Button variant="primary" icon="plus" onClick={() => services.router.go('import')}>
          {strings.newProject}
        </Button>
        <Button onClick={onRestore}>{strings.restore}</Button>
      </div>
    </header>
  );
}
