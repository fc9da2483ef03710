import { wilsonInterval } from '../../../domain/evaluation/wilson.ts';
import { Interval } from '../../../ui/Interval.tsx';
import type { PlayShow } from '../play/play-show.ts';
import { strings } from '../strings.ts';

/** How the model does on what it was not told. */
export function PlayScore({ show }: { readonly show: PlayShow }) {
  const { right = 0, of = 0 } = show.picture.value ?? {};
  const { said } = show.scene.value;
  const { score, answers, empty, allAnswered } = strings.play;
  if (show.points.value.truth.length === 0) return <p>{empty}</p>;
  return (
    <div class="play-score">
      <p>
        <b>{answers(said.length)}</b>
      </p>
      {of > 0 ? (
        <Interval value={right / of} {...wilsonInterval(right, of)} n={of} label={score} />
      ) : (
        show.picture.value && <p>{allAnswered}</p>
      )}
    </div>
  );
}
