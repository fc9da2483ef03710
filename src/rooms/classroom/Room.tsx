import { useRef } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import type { RoomProps } from '../room.ts';
import { useActions } from '../shared/use-actions.ts';
import { LessonPage } from './parts/LessonPage.tsx';
import { PlayPage } from './parts/PlayPage.tsx';
import { RacePage } from './parts/RacePage.tsx';
import { parsePath, type Tab } from './room-path.ts';
import { strings } from './strings.ts';
import { useClassroom } from './use-classroom.ts';
import { type Presenting, usePresenting } from './use-presenting.ts';
import './classroom.css';

const TABS: readonly Tab[] = ['lesson', 'play', 'race'];

export default function ClassroomRoom({ services }: RoomProps) {
  const host = useRef<HTMLDivElement>(null);
  const client = useClassroom(services);
  const presenting = usePresenting(host);
  const route = services.router.route.value;
  const page = parsePath(route.path);
  usePresentingKeys(services, presenting);
  // The route is another object after every visit, so that the same address can be visited again.
  const isPresenting = presenting.isOn.value;
  const props = { services, client, visit: route, rest: page.rest, isPresenting };
  return (
    <div class="classroom" ref={host} data-presenting={isPresenting}>
      <header class="classroom-head">
        <h1>{strings.title}</h1>
        <nav aria-label={strings.tabs.label}>
          {TABS.map((tab) => (
            <a
              key={tab}
              class="classroom-tab"
              href={services.router.href('classroom', null, tab)}
              {...(tab === page.tab ? { 'aria-current': 'page' as const } : {})}
            >
              {strings.tabs[tab]}
            </a>
          ))}
        </nav>
        <PresentButton presenting={presenting} />
      </header>
      {page.tab === 'lesson' && <LessonPage {...props} sceneId={page.sceneId} />}
      {page.tab === 'play' && <PlayPage {...props} />}
      {page.tab === 'race' && <RacePage {...props} />}
    </div>
  );
}

function PresentButton({ presenting: { isOn, toggle } }: { readonly presenting: Presenting }) {
  return (
    <Button icon={isOn.value ? 'shrink' : 'expand'} onClick={toggle} title={strings.present.keys}>
      {isOn.value ? strings.present.end : strings.present.begin}
    </Button>
  );
}

function usePresentingKeys(services: RoomProps['services'], { isOn, toggle }: Presenting): void {
  const { begin, end } = strings.present;
  useActions(
    services,
    () => [
      { id: 'classroom.present', label: begin, shortcut: 'p', run: toggle },
      {
        id: 'classroom.present-end',
        label: end,
        shortcut: 'Escape',
        run: toggle,
        unavailable: () => (isOn.value ? null : end),
      },
    ],
    [services],
  );
}
