import type { ComponentChildren } from 'preact';
import type { BlobHash } from '../../../domain/records.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useLoaded } from '../../shared/use-loaded.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { readTrained, sinceThen } from '../trained.ts';
import { LearnNetwork } from './LearnNetwork.tsx';

interface TrainedProps extends ClassesProps {
  readonly hash: BlobHash;
  /** The way back, below what is known of it. */
  readonly children: ComponentChildren;
}

/** The network in use: what it learned from, and what has happened since. */
export function TrainedNetwork({ hash, children, ...props }: TrainedProps) {
  const { session } = props;
  const { loaded } = useLoaded(() => readTrained(session, hash), [session, hash]);
  const { learned } = strings.settings.encoder;
  if (loaded.status === 'loading') return <>{children}</>;
  if (loaded.status === 'failed') {
    return (
      <>
        <Notice tone="bad">{learned.gone(loaded.message)}</Notice>
        {children}
        <LearnNetwork {...props} since={null} />
      </>
    );
  }
  const facts = loaded.value;
  const since = sinceThen(facts, session);
  return (
    <>
      <ul class="classes-quiet">
        <li>{learned.by(learned.kinds[facts.kind], facts.answers, facts.trainedAt)}</li>
        <li>{learned.scores(facts.folded.value, facts.own.value, facts.folded.n)}</li>
        {since.changed > 0 && <li>{learned.changed(since.changed)}</li>}
        <li>{learned.fair}</li>
      </ul>
      {children}
      <LearnNetwork {...props} since={since} />
    </>
  );
}
