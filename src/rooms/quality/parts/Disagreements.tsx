import { useEffect, useRef } from 'preact/hooks';
import type { RepeatPair } from '../../../domain/evaluation/self-agreement.ts';
import type { ClassId } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import { useLoaded } from '../../shared/use-loaded.ts';
import type { QualityProps } from '../props.ts';
import { strings } from '../strings.ts';

interface DisagreementsProps extends QualityProps {
  readonly pairs: readonly RepeatPair[];
}

/** "You said A, then B: which stands?" */
export function Disagreements({ pairs, ...props }: DisagreementsProps) {
  const { services, session, nameOf } = props;
  const since = useRef(services.clock.now());
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    since.current = services.clock.now();
  }, [pairs.length]);
  const namesOf = (classes: readonly ClassId[]): string =>
    classes.length === 0 ? strings.self.noClass : classes.map(nameOf).join(', ');
  const settle = async ({ itemId }: RepeatPair, classes: readonly ClassId[]): Promise<void> => {
    const durationMs = services.clock.now() - since.current;
    const refusal = await runWithUndo({
      services,
      session,
      command: { type: 'settle-repeat', itemId, classes, durationMs },
      said: strings.self.settled(namesOf(classes)),
    });
    if (refusal !== null) services.notify({ tone: 'bad', text: refusal });
    // The button that was pressed is gone: the keyboard goes on with the next one.
    list.current?.querySelector('button')?.focus();
  };
  return (
    <>
      <h3>{strings.self.open}</h3>
      <ul class="quality-differing" ref={list}>
        {pairs.map((pair) => (
          <li key={pair.eventId}>
            <Item {...props} pair={pair} />
            <p class="quality-said">
              <span>{strings.self.first(namesOf(pair.first))}</span>
              <span>{strings.self.again(namesOf(pair.again))}</span>
            </p>
            <div class="quality-row">
              <Button onClick={() => void settle(pair, pair.first)}>
                {strings.self.keep(namesOf(pair.first))}
              </Button>
              <Button onClick={() => void settle(pair, pair.again)}>
                {strings.self.take(namesOf(pair.again))}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Item({ session, pair }: QualityProps & { readonly pair: RepeatPair }) {
  const { loaded } = useLoaded(() => session.item(pair.itemId), [session, pair.itemId]);
  if (loaded.status !== 'ready') return null;
  return (
    <div class="quality-item">
      {loaded.value ? (
        <ItemBrief session={session} content={loaded.value.content} />
      ) : (
        strings.self.gone
      )}
    </div>
  );
}
