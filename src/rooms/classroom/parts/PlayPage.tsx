import { useEffect, useMemo } from 'preact/hooks';
import { toyById } from '../../../samples/toy/index.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useActions } from '../../shared/use-actions.ts';
import type { PageProps } from '../page-props.ts';
import { createDesk, type Desk } from '../play/desk.ts';
import { createPlayShow } from '../play/play-show.ts';
import { readScene, writeScene } from '../scene/scene-link.ts';
import { strings } from '../strings.ts';
import { useLink } from '../use-link.ts';
import { Plane } from './Plane.tsx';
import { PlayControls } from './PlayControls.tsx';
import { PlayScore } from './PlayScore.tsx';

/** Margin asks here: it is what the ring explains best. */
const firstOf = (rest: string) =>
  readScene(rest, { ...readScene(''), lanes: [{ strategy: 'margin', start: 'random' }] });

export function PlayPage({ services, client, visit, rest }: PageProps) {
  const show = useMemo(() => createPlayShow(client, firstOf(rest)), [client]);
  const desk = useMemo(() => createDesk(show), [show]);
  useEffect(() => void show.set(firstOf(rest)), [show, visit]);
  useEffect(() => () => show.dispose(), [show]);
  useLink(services, () => `play/${writeScene(show.scene.value)}`, [services, show]);
  usePlayKeys(services, desk);
  const { source } = show.scene.value;
  const name = (source.kind === 'toy' && toyById(source.id)?.label) || strings.toy.drawn;
  const { play } = strings;
  return (
    <section class="classroom-page" aria-label={play.title}>
      <p class="classroom-lead">{desk.mode.value === 'draw' ? play.drawLead : play.lead}</p>
      <div class="play">
        <Plane show={show} desk={desk} theme={services.preferences.theme.value} name={name} />
        <div class="play-side">
          {show.problem.value && <Notice tone="bad">{show.problem.value}</Notice>}
          <PlayScore show={show} />
          <PlayControls services={services} show={show} desk={desk} />
        </div>
      </div>
      <p class="race-legend">{strings.field.legend}</p>
      <p class="visually-hidden" aria-live="polite">
        {desk.message.value}
      </p>
    </section>
  );
}

function usePlayKeys(services: PageProps['services'], desk: Desk): void {
  const { askOne, askTen, undo } = strings.play;
  useActions(
    services,
    () => [
      { id: 'classroom.ask', label: askOne, shortcut: 'a', run: () => desk.answerAsked(1) },
      { id: 'classroom.ask-ten', label: askTen, shortcut: 't', run: () => desk.answerAsked(10) },
      { id: 'classroom.undo', label: undo, shortcut: 'u', run: desk.undo },
    ],
    [services, desk],
  );
}
