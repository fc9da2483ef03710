import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { restMinutes } from '../rest.ts';
import { strings } from '../strings.ts';
import type { DeskProps } from './props.ts';

export function RestNudge({ services, session, desk }: DeskProps) {
  const { restNudge, restAfterMinutes } = session.project.value.settings;
  if (!restNudge || !services.preferences.restNudge.value) return null;
  const spell = desk.spell.value;
  const minutes = restMinutes(spell, spell.lastAt, restAfterMinutes);
  if (minutes === null) return null;
  const off = (): void => {
    services.preferences.restNudge.value = false;
  };
  return (
    <Notice
      tone="plain"
      title={strings.rest.title}
      actions={
        <>
          <Button onClick={() => desk.postponeRest(restAfterMinutes)}>{strings.rest.later}</Button>
          <Button variant="quiet" onClick={off}>
            {strings.rest.off}
          </Button>
        </>
      }
    >
      {strings.rest.words(minutes)}
    </Notice>
  );
}
