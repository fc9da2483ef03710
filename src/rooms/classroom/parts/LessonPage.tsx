import type { Services } from '../../../engine/services.ts';
import { Button } from '../../../ui/Button.tsx';
import { useActions } from '../../shared/use-actions.ts';
import { type LessonScene, lesson } from '../lesson/index.ts';
import { moveLesson } from '../lesson/move-lesson.ts';
import type { PageProps } from '../page-props.ts';
import type { RaceShow } from '../race/race-show.ts';
import { useRace } from '../race/use-race.ts';
import { readScene, writeScene } from '../scene/scene-link.ts';
import { strings } from '../strings.ts';
import { useLink } from '../use-link.ts';
import { RaceStage } from './RaceStage.tsx';
import { SaveBar } from './SaveBar.tsx';

/** The lesson, scene by scene: a question, its race, what was to be seen. */
export function LessonPage({ sceneId, ...page }: PageProps & { readonly sceneId: string }) {
  const at = Math.max(
    0,
    lesson.findIndex(({ id }) => id === sceneId),
  );
  const scene = lesson[at] as LessonScene;
  return (
    <section class="classroom-page" aria-label={strings.lesson.title}>
      <ol class="lesson-list" aria-label={strings.lesson.scenes}>
        {lesson.map(({ id, title }, i) => (
          <li key={id}>
            <a
              title={title}
              href={page.services.router.href('classroom', null, `lesson/${id}`)}
              {...(i === at ? { 'aria-current': 'step' as const } : {})}
            >
              <span>{i + 1}</span> <span class={i === at ? '' : 'visually-hidden'}>{title}</span>
            </a>
          </li>
        ))}
      </ol>
      <Scene key={scene.id} {...page} scene={scene} at={at} />
    </section>
  );
}

interface SceneProps extends PageProps {
  readonly scene: LessonScene;
  readonly at: number;
}

function Scene({ services, client, visit, rest, isPresenting, scene, at }: SceneProps) {
  // Of the address only the place in time and the speed count: the rest is the scene's own.
  const wanted = () => {
    const { at: place, speed } = readScene(rest, scene.scene);
    return { ...scene.scene, at: place, speed };
  };
  const show = useRace(client, wanted, visit);
  const path = (): string => {
    const { at: place, speed } = show.scene.value;
    return `lesson/${scene.id}/at.${place}/speed.${speed}`;
  };
  useLink(services, path, [services, show]);
  useLessonKeys(services, show, scene.id);
  const isOver = isAtEnd(show);
  return (
    <>
      <div class="lesson-words" aria-live="polite">
        <p class="lesson-count">{strings.lesson.count(at + 1, lesson.length)}</p>
        <h2>{scene.title}</h2>
        {isOver ? <Look scene={scene} /> : <Question scene={scene} />}
      </div>
      <RaceStage services={services} show={show} isPresenting={isPresenting} />
      <LessonButtons services={services} show={show} sceneId={scene.id} />
      {!isPresenting && <SaveBar services={services} show={show} path={path} />}
    </>
  );
}

function Question({ scene }: { readonly scene: LessonScene }) {
  return (
    <>
      <p>{scene.words}</p>
      <p class="lesson-question">
        <b>{strings.lesson.question}:</b> {scene.question}
      </p>
    </>
  );
}

function Look({ scene }: { readonly scene: LessonScene }) {
  return (
    <p class="lesson-question">
      <b>{strings.lesson.look}:</b> {scene.look}
    </p>
  );
}

/** What was to be seen is said once it is there. */
function isAtEnd({ scene, stage, frames, version }: RaceShow): boolean {
  void version.value;
  const labels = stage.value?.labels ?? Number.POSITIVE_INFINITY;
  return scene.value.at >= labels && frames.reached(0, scene.value.lanes.length) >= labels;
}

interface ButtonsProps {
  readonly services: Services;
  readonly show: RaceShow;
  readonly sceneId: string;
}

function LessonButtons({ services, show, sceneId }: ButtonsProps) {
  const { back, next, change } = strings.lesson;
  const href = services.router.href('classroom', null, `race/${writeScene(show.scene.value)}`);
  return (
    <div class="lesson-buttons">
      <Button icon="back" onClick={() => move(services, show, { sceneId, by: -1 })}>
        {back}
      </Button>
      <Button
        variant="primary"
        icon="forward"
        onClick={() => move(services, show, { sceneId, by: 1 })}
      >
        {next}
      </Button>
      <a class="classroom-link" href={href}>
        {change}
      </a>
    </div>
  );
}

interface Move {
  readonly sceneId: string;
  readonly by: 1 | -1;
}

function move(services: Services, show: RaceShow, { sceneId, by }: Move): void {
  const { at, labels } = show.scene.value;
  const most = show.stage.value?.labels ?? labels;
  const next = moveLesson({ sceneId, at, most, isPlaying: show.isPlaying.value, by });
  if (next.kind === 'play') show.play();
  if (next.kind === 'go-to') show.goTo(next.at);
  if (next.kind === 'scene') services.router.go('classroom', null, `lesson/${next.sceneId}`);
}

/** Arrows, space and the page keys of a clicker. */
function useLessonKeys(services: PageProps['services'], show: RaceShow, sceneId: string): void {
  const { next, back } = strings.lesson;
  const by = (step: 1 | -1) => (): void => move(services, show, { sceneId, by: step });
  useActions(
    services,
    () => [
      { id: 'classroom.next', label: next, shortcut: 'ArrowRight', run: by(1) },
      { id: 'classroom.next-page', label: next, shortcut: 'PageDown', run: by(1) },
      { id: 'classroom.next-space', label: next, shortcut: 'Space', run: by(1) },
      { id: 'classroom.back', label: back, shortcut: 'ArrowLeft', run: by(-1) },
      { id: 'classroom.back-page', label: back, shortcut: 'PageUp', run: by(-1) },
    ],
    [services, show, sceneId],
  );
}
