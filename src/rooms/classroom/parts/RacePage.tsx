import { useActions } from '../../shared/use-actions.ts';
import type { PageProps } from '../page-props.ts';
import type { RaceShow } from '../race/race-show.ts';
import { useRace } from '../race/use-race.ts';
import { readScene, writeScene } from '../scene/scene-link.ts';
import { strings } from '../strings.ts';
import { useLink } from '../use-link.ts';
import { RaceSettings } from './RaceSettings.tsx';
import { RaceStage } from './RaceStage.tsx';
import { SaveBar } from './SaveBar.tsx';

export function RacePage({ services, client, visit, rest, isPresenting }: PageProps) {
  const show = useRace(client, () => readScene(rest), visit);
  const path = (): string => `race/${writeScene(show.scene.value)}`;
  useLink(services, path, [services, show]);
  useRaceKeys(services, show);
  return (
    <section class="classroom-page" aria-label={strings.race.title}>
      <p class="classroom-lead">{strings.race.lead}</p>
      <RaceStage services={services} show={show} isPresenting={isPresenting} />
      {!isPresenting && (
        <>
          <SaveBar services={services} show={show} path={path} />
          <h2>{strings.race.settings}</h2>
          <RaceSettings services={services} scene={show.scene.value} onChange={show.set} />
        </>
      )}
    </section>
  );
}

/** As on a video; the page keys are those of a clicker. */
function useRaceKeys(services: PageProps['services'], show: RaceShow): void {
  const words = strings.transport;
  const by = (steps: number) => (): void => show.goTo(show.scene.value.at + steps);
  const end = (): void => show.goTo(show.stage.value?.labels ?? show.scene.value.labels);
  useActions(
    services,
    () => [
      {
        id: 'classroom.play',
        label: `${words.play}, ${words.pause}`,
        shortcut: 'Space',
        run: () => (show.isPlaying.value ? show.pause() : show.play()),
      },
      { id: 'classroom.forward', label: words.forward, shortcut: 'ArrowRight', run: by(1) },
      { id: 'classroom.back', label: words.back, shortcut: 'ArrowLeft', run: by(-1) },
      { id: 'classroom.forward-page', label: words.forward, shortcut: 'PageDown', run: by(1) },
      { id: 'classroom.back-page', label: words.back, shortcut: 'PageUp', run: by(-1) },
      { id: 'classroom.start', label: words.start, shortcut: 'Home', run: () => show.goTo(0) },
      { id: 'classroom.end', label: words.end, shortcut: 'End', run: end },
    ],
    [services, show],
  );
}
