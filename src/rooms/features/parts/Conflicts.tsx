import { useSignal } from '@preact/signals';
import type { FeatureConflict } from '../../../../workers/api.ts';
import { standingFeedback } from '../../../domain/explanation/standing-feedback.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useLoaded } from '../../shared/use-loaded.ts';
import type { FeaturesProps } from '../props.ts';
import { sayMark } from '../say-mark.ts';
import { strings } from '../strings.ts';

const MOST = 50;

/** Marks that the labels speak against: keep, soften or withdraw. */
export function Conflicts(props: FeaturesProps) {
  const { session } = props;
  const kept = useSignal<ReadonlySet<string>>(new Set());
  const { loaded } = useLoaded(async () => {
    const outcome = await session.learnerClient.features({
      search: '',
      classId: null,
      sort: 'said',
      isSaidOnly: true,
      offset: 0,
      limit: MOST,
    });
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value.rows.flatMap(({ conflict }) => conflict ?? []);
  }, [session, session.learner.value.learnedUpTo]);
  // What cannot be read here is said by the list below.
  const found = loaded.status === 'ready' ? loaded.value : [];
  const open = found.filter(({ eventId }) => !kept.value.has(eventId));
  if (open.length === 0) return null;
  return (
    <section class="features-section">
      <h2>{strings.conflicts.title}</h2>
      {open.map((conflict) => (
        <Conflict
          key={conflict.eventId}
          {...props}
          conflict={conflict}
          keep={() => {
            kept.value = new Set([...kept.value, conflict.eventId]);
          }}
        />
      ))}
    </section>
  );
}

interface ConflictProps extends FeaturesProps {
  readonly conflict: FeatureConflict;
  readonly keep: () => void;
}

function Conflict({ session, nameOf, act, conflict, keep }: ConflictProps) {
  const mark = standingFeedback(session.state.value).marks.find(
    ({ id }) => id === conflict.eventId,
  );
  if (!mark) return null;
  const said = sayMark(mark, nameOf);
  const { conflicts, done } = strings;
  const { feature, stance, classId, itemId } = mark;
  return (
    <Notice
      tone="warn"
      actions={
        <>
          <Button onClick={keep}>{conflicts.keep}</Button>
          {mark.strength === 'rule' && (
            <Button
              onClick={() =>
                void act(
                  {
                    type: 'mark-feature',
                    feature,
                    stance,
                    classId,
                    itemId,
                    strength: 'hint',
                    asked: false,
                  },
                  done.marked(said),
                )
              }
            >
              {conflicts.soften}
            </Button>
          )}
          <Button
            onClick={() =>
              void act({ type: 'withdraw-feedback', targets: [mark.id] }, done.withdrawn(1))
            }
          >
            {conflicts.withdraw}
          </Button>
        </>
      }
    >
      {conflicts.words(said, conflict.disagree, conflict.labels)}
    </Notice>
  );
}
