import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { type Alarm, alarmsOf } from '../alarms.ts';
import type { OversightProps } from '../props.ts';
import { strings } from '../strings.ts';

const { alarms: words } = strings;

/** Each with what to do about it. */
export function Alarms({ services, session, seen }: OversightProps) {
  const state = session.state.value;
  const alarms = alarmsOf({ state, drift: seen.drift.value, log: seen.log.value });
  const go = ({ go: target }: Alarm): void => {
    if ('room' in target) {
      services.router.go(target.room, session.id);
      return;
    }
    const part = document.getElementById(target.part);
    part?.scrollIntoView();
    part?.focus();
  };
  return (
    <section class="oversight-section" aria-labelledby="oversight-alarms">
      <h2 id="oversight-alarms">{words.title}</h2>
      {alarms.length === 0 && <p>{words.quiet}</p>}
      {alarms.map((alarm) => (
        <Notice
          key={alarm.id}
          tone={alarm.tone}
          actions={<Button onClick={() => go(alarm)}>{alarm.act}</Button>}
        >
          {alarm.words}
        </Notice>
      ))}
      {seen.drift.value === null && <p class="oversight-quiet">{words.notLooked}</p>}
      <p class="oversight-quiet">{words.rule}</p>
    </section>
  );
}
