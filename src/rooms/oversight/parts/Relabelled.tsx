import { useEffect, useMemo, useRef } from 'preact/hooks';
import {
  type Relabelling,
  type RelabellingProgress,
  relabellingOutcome,
  relabellingProgress,
} from '../../../domain/oversight/relabelling.ts';
import { Button } from '../../../ui/Button.tsx';
import { Interval } from '../../../ui/Interval.tsx';
import { formatCount } from '../../shared/format-number.ts';
import type { OversightProps } from '../props.ts';
import { roundQuality } from '../round-quality.ts';
import { strings } from '../strings.ts';

const { relabelling: words } = strings;

interface RelabelledProps extends OversightProps {
  /** The person comes from the last of these questions: they are shown what it did. */
  readonly isArrival: boolean;
}

/** A round of questions that the drift alarm asked for: how far it is, then what it did. */
export function Relabelled(props: RelabelledProps) {
  const { session, isArrival } = props;
  const state = session.state.value;
  const progress = relabellingProgress(state);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isArrival) return;
    heading.current?.scrollIntoView();
    heading.current?.focus();
  }, [isArrival]);
  if (!state.relabelling || !progress) return null;
  const parts = { ...props, progress, round: state.relabelling };
  return (
    <section class="oversight-section" aria-labelledby="oversight-relabelling">
      <h2 id="oversight-relabelling" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      {progress.left.length > 0 ? <Going {...parts} /> : <Done {...parts} />}
    </section>
  );
}

interface RoundProps extends OversightProps {
  readonly round: Relabelling;
  readonly progress: RelabellingProgress;
}

function Going({ services, session, progress }: RoundProps) {
  const end = async (): Promise<void> => {
    const outcome = await session.run({ type: 'end-relabelling' });
    if (!outcome.ok) services.notify({ tone: 'bad', text: outcome.error.message });
  };
  return (
    <>
      <p>{words.going(progress.left.length, progress.all)}</p>
      <div class="oversight-row">
        <Button variant="primary" onClick={() => services.router.go('label', session.id)}>
          {words.goOn}
        </Button>
        <Button onClick={() => void end()}>{words.end}</Button>
      </div>
    </>
  );
}

function Done({ session, nameOf, progress, round }: RoundProps) {
  const { answered, passed, agreed, compared, classes } = relabellingOutcome(progress);
  const left = progress.all - progress.done.length;
  return (
    <>
      <p>{words.done(answered, passed, left)}</p>
      {classes.length > 0 && (
        <p>
          {words.classes(
            classes
              .map(({ classId, count }) => `${nameOf(classId)} ${formatCount(count)}`)
              .join(', '),
          )}
        </p>
      )}
      {compared > 0 && <p>{words.agreed(agreed, compared)}</p>}
      {answered > 0 && <Quality session={session} round={round} />}
      {answered > 0 && <p class="oversight-quiet">{words.again}</p>}
    </>
  );
}

function Quality({ session, round }: Pick<RoundProps, 'session' | 'round'>) {
  const state = session.state.value;
  const { curve } = session.learner.value;
  const { id } = round.opened;
  const found = useMemo(() => roundQuality(state, curve, id), [state, curve, id]);
  if (!found) return <p class="oversight-quiet">{words.unmeasured}</p>;
  return (
    <>
      <h3>{words.quality}</h3>
      <div class="oversight-cards">
        <Interval label={words.before} {...found.before} />
        <Interval label={words.now} {...found.now} />
      </div>
    </>
  );
}
