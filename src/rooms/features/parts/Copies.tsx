import {
  type FeedbackEvent,
  standingFeedback,
} from '../../../domain/explanation/standing-feedback.ts';
import type { ItemContent } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import { type NameOf, namesOf } from '../../shared/study/say.ts';
import type { FeaturesProps } from '../props.ts';
import { sayRegions } from '../say-mark.ts';
import { strings } from '../strings.ts';

type Copy = Exclude<FeedbackEvent, { type: 'feature-marked' }>;

/** Where the learner's virtual rows come from. */
export function Copies({ services, session, act, nameOf }: FeaturesProps) {
  const { regions, edits, judgements } = standingFeedback(session.state.value);
  const all: readonly Copy[] = [...regions, ...edits, ...judgements].sort((a, b) =>
    a.id < b.id ? 1 : -1,
  );
  const { copies, done } = strings;
  return (
    <section class="features-section">
      <h2>{copies.title}</h2>
      <p class="features-quiet">{all.length === 0 ? copies.none : copies.words}</p>
      <ul class="features-copies">
        {all.map((copy) => (
          <li key={copy.id}>
            <div class="features-copy">
              <ItemBrief session={session} content={contentOf(copy)} />
            </div>
            <p class="features-quiet">{sayCopy(copy, nameOf)}</p>
            <div class="features-row">
              <a href={services.router.href('study', session.id, copy.itemId)}>{copies.original}</a>
              <Button
                variant="quiet"
                onClick={() =>
                  void act({ type: 'withdraw-feedback', targets: [copy.id] }, done.withdrawn(1))
                }
              >
                {copies.withdraw(sayCopy(copy, nameOf))}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function contentOf(copy: Copy): ItemContent {
  return copy.type === 'region-marked' ? copy.without : copy.content;
}

function sayCopy(copy: Copy, nameOf: NameOf): string {
  const { stances, verdicts } = strings.copies;
  if (copy.type === 'region-marked') return sayRegions(copy, nameOf);
  if (copy.type === 'edit-saved') return stances[copy.stance](namesOf(copy.classes, nameOf));
  const classes = copy.verdict === 'stays' ? copy.from : copy.to;
  return verdicts[copy.verdict](namesOf(classes, nameOf));
}
