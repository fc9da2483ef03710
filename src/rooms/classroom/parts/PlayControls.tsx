import { useRef } from 'preact/hooks';
import { queryStrategies } from '../../../domain/query/index.ts';
import type { Services } from '../../../engine/services.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Toggle } from '../../../ui/Toggle.tsx';
import { type Desk, letterOf, type PressMode } from '../play/desk.ts';
import type { PlayShow } from '../play/play-show.ts';
import { DRAWN_CLASSES } from '../scene/points-link.ts';
import { FIRST_SCENE } from '../scene/scene.ts';
import { writeScene } from '../scene/scene-link.ts';
import { strings } from '../strings.ts';
import { useQuietKeys } from '../use-quiet-keys.ts';
import { ToyControls } from './ToyControls.tsx';

interface PlayControlsProps {
  readonly services: Services;
  readonly show: PlayShow;
  readonly desk: Desk;
}

export function PlayControls({ services, show, desk }: PlayControlsProps) {
  const host = useRef<HTMLDivElement>(null);
  useQuietKeys(host);
  const scene = show.scene.value;
  const { source, lanes } = scene;
  const words = strings.play;
  const href = services.router.href(
    'classroom',
    null,
    `race/${writeScene({ ...scene, lanes: FIRST_SCENE.lanes, said: [], at: 0 })}`,
  );
  return (
    <div class="play-controls" ref={host}>
      <Segmented
        label={words.mode}
        value={desk.mode.value}
        options={(['answer', 'draw'] as const).map((value) => ({
          value,
          label: words.modes[value],
        }))}
        onChange={(mode) => {
          desk.mode.value = mode as PressMode;
        }}
      />
      {desk.mode.value === 'draw' ? (
        <DrawControls desk={desk} />
      ) : (
        <AnswerControls show={show} desk={desk} />
      )}
      {(source.kind === 'toy' || source.kind === 'drawn') && (
        <ToyControls
          source={source}
          onChange={(next) => {
            // Other points, other answers; another model keeps them.
            const isOther =
              JSON.stringify({ ...next, model: 0 }) !== JSON.stringify({ ...source, model: 0 });
            void show.set({ ...scene, source: next, said: isOther ? [] : scene.said });
          }}
        />
      )}
      <Field label={words.strategy}>
        <Select
          value={lanes[0]?.strategy ?? 'margin'}
          options={Object.values(queryStrategies).map(({ id, label, hint }) => ({
            value: id,
            label,
            hint,
          }))}
          onChange={(strategy) =>
            void show.set({ ...scene, lanes: [{ strategy, start: 'random' }] })
          }
        />
      </Field>
      <a class="classroom-link" href={href}>
        {words.race}
      </a>
    </div>
  );
}

function DrawControls({ desk }: { readonly desk: Desk }) {
  const words = strings.play;
  return (
    <>
      <Segmented
        label={words.drawClass}
        value={String(desk.drawClass.value)}
        options={Array.from({ length: DRAWN_CLASSES }, (_, own) => ({
          value: String(own),
          label: words.className(letterOf(own)),
        }))}
        onChange={(own) => {
          desk.drawClass.value = Number(own);
        }}
      />
      <Button icon="trash" onClick={desk.wipe}>
        {words.wipe}
      </Button>
    </>
  );
}

function AnswerControls({ show, desk }: Omit<PlayControlsProps, 'services'>) {
  const words = strings.play;
  const { classes } = show.points.value;
  const letters = Array.from({ length: classes }, (_, own) => ({
    value: String(own),
    label: words.classOf(letterOf(own)),
  }));
  return (
    <>
      <div class="play-buttons">
        <Button variant="primary" shortcut="a" onClick={() => void desk.answerAsked(1)}>
          {words.askOne}
        </Button>
        <Button shortcut="t" onClick={() => void desk.answerAsked(10)}>
          {words.askTen}
        </Button>
        <Button icon="undo" shortcut="u" onClick={desk.undo}>
          {words.undo}
        </Button>
        <Button onClick={desk.clear}>{words.clear}</Button>
      </div>
      <Field label={words.says}>
        <Select
          value={String(desk.says.value)}
          options={[{ value: 'truth', label: words.truth }, ...letters]}
          onChange={(value) => {
            desk.says.value = value === 'truth' ? 'truth' : Number(value);
          }}
        />
      </Field>
      <Toggle
        label={words.showTruth}
        value={desk.isTruthShown.value}
        onChange={(value) => {
          desk.isTruthShown.value = value;
        }}
      />
    </>
  );
}
