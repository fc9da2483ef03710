import { useEffect, useRef } from 'preact/hooks';
import { relabellingProgress } from '../../../domain/oversight/relabelling.ts';
import { Button } from '../../../ui/Button.tsx';
import { strings } from '../strings.ts';
import type { DeskProps } from './props.ts';

const { relabelling: words } = strings;
/** Part of the room of oversight that says what a round did. */
const RELABELLING_PART = 'relabelling';

/** A round out of turn: how far it is, the way out of it, and at its end back to where it came from. */
export function Relabelling({ services, session, desk }: DeskProps) {
  const progress = relabellingProgress(session.state.value);
  const left = progress?.left.length ?? 0;
  const isEnded = session.state.value.relabelling?.isEnded ?? true;
  const before = useRef(left);
  const toOversight = (): void => services.router.go('oversight', session.id, RELABELLING_PART);
  useEffect(() => {
    if (before.current > 0 && left === 0 && !isEnded) toOversight();
    before.current = left;
  }, [left, isEnded]);
  if (!progress || left === 0) return null;
  const end = async (): Promise<void> => {
    const outcome = await session.run({ type: 'end-relabelling' });
    if (!outcome.ok) return services.notify({ tone: 'bad', text: outcome.error.message });
    services.notify({
      tone: 'plain',
      text: words.ended(progress.done.length, progress.all),
      action: { label: words.whatItDid, run: toOversight },
    });
    desk.toQuestions();
  };
  return (
    <section class="label-round" aria-label={words.name}>
      <p role="status">{words.left(left, progress.all)}</p>
      <Button onClick={() => void end()}>{words.end}</Button>
    </section>
  );
}
