import type { PlayShow } from '../play/play-show.ts';
import { strings } from '../strings.ts';

/** How the model does on what it was not told: all of it, so there is no interval to give. */
export function PlayScore({ show }: { readonly show: PlayShow }) {
  const { right = 0, of = 0 } = show.picture.value ?? {};
  const { said } = show.scene.value;
  const { score, scored, answers, empty, allAnswered } = strings.play;
  if (show.points.value.truth.length === 0) return <p>{empty}</p>;
  return (
    <div class="play-score">
      <p>
        <b>{answers(said.length)}</b>
      </p>
      {of > 0 ? (
        <p>
          {score}: <b>{scored(right, of)}</b>
        </p>
      ) : (
        show.picture.value && <p>{allAnswered}</p>
      )}
    </div>
  );
}
