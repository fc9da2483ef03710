import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { RegionStance } from '../../../../domain/explanation/gestures.ts';
import type { ClassId } from '../../../../domain/records.ts';
import type { Painted } from '../../../../modalities/view-contract.ts';
import { Button } from '../../../../ui/Button.tsx';
import { IconButton } from '../../../../ui/IconButton.tsx';
import type { StudyProps } from '../props.ts';
import { strings } from '../strings.ts';
import { ClassButtons } from './ClassButtons.tsx';

export interface MarkRegionsProps extends StudyProps {
  /** The class the picture is about: named first. */
  readonly preferred: ClassId | null;
}

/** What the painted places say. Optional, one press, never in the way. */
export function MarkRegions(props: MarkRegionsProps) {
  const painted = props.study.painted.value;
  if (!painted || painted.regions.length === 0) return null;
  return <PaintBar {...props} painted={painted} />;
}

interface PaintBarProps extends MarkRegionsProps {
  readonly painted: Painted;
}

function PaintBar({ study, session, services, item, nameOf, painted, preferred }: PaintBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const begunAt = useMemo(() => services.clock.now(), [services]);
  const { paint } = strings;
  useEffect(() => {
    if (painted.isByKeyboard) bar.current?.querySelector<HTMLElement>('.study-row button')?.focus();
  }, [painted.isByKeyboard]);
  const close = (isByKeyboard = painted.isByKeyboard): void => {
    const section = bar.current?.closest('.study');
    study.painted.value = null;
    if (isByKeyboard) section?.querySelector<HTMLElement>('[data-study-main]')?.focus();
  };
  const say = async (stance: RegionStance, classId: ClassId | null): Promise<void> => {
    const { regions, without } = painted;
    const durationMs = services.clock.now() - begunAt;
    const command = { itemId: item.id, regions, without, stance, classId, durationMs };
    const said = paint.done[stance](classId ? nameOf(classId) : '');
    if (await study.act({ type: 'mark-region', ...command }, said)) close();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own
    <div
      ref={bar}
      class="study-bar"
      role="group"
      aria-label={paint.title(painted.regions.length)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close(true);
      }}
    >
      <div class="study-bar-head">
        <strong>{paint.title(painted.regions.length)}</strong>
        <IconButton icon="close" label={paint.close} onClick={() => close()} />
      </div>
      <div class="study-row">
        <Button onClick={() => void say('irrelevant', null)}>{paint.irrelevant}</Button>
      </div>
      <span class="study-quiet">{paint.evidence}</span>
      <ClassButtons
        session={session}
        preferred={preferred}
        nameFor={paint.classFor}
        onPress={(id) => void say('evidence', id)}
      />
    </div>
  );
}
