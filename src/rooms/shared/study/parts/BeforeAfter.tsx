import type { Proposal } from '../../../../../workers/api.ts';
import type { ClassId } from '../../../../domain/records.ts';
import { percent } from '../../../../ui/percent.ts';
import type { NameOf } from '../say.ts';
import { strings } from '../strings.ts';

const MOST = 6;

export interface BeforeAfterProps {
  readonly before: Proposal;
  readonly now: Proposal;
  readonly nameOf: NameOf;
}

/** A bar per class: where it was is a notch, where it is now is the bar. */
export function BeforeAfter({ before, now, nameOf }: BeforeAfterProps) {
  const was = new Map(before.all.map(({ classId, probability }) => [classId, probability]));
  const is = new Map(now.all.map(({ classId, probability }) => [classId, probability]));
  const most = (id: ClassId): number => Math.max(was.get(id) ?? 0, is.get(id) ?? 0);
  // In the order of before, so that bars do not change places while one types.
  const shown = before.all
    .map(({ classId }) => classId)
    .filter((id, index) => index < MOST || most(id) > 0.2)
    .slice(0, MOST);
  return (
    <ul class="study-bars">
      {shown.map((id) => {
        const [then, current] = [was.get(id) ?? 0, is.get(id) ?? 0];
        const name = nameOf(id);
        return (
          <li key={id} class="study-bar-row">
            <span class="visually-hidden">
              {strings.edit.bar(name, percent(then), percent(current))}
            </span>
            <span aria-hidden="true" class="study-bar-name">
              {name}
            </span>
            <svg
              aria-hidden="true"
              class="study-meter"
              viewBox="0 0 100 8"
              preserveAspectRatio="none"
            >
              <rect class="study-meter-track" width="100" height="8" />
              <rect class="study-meter-now" width={current * 100} height="8" />
              <rect class="study-meter-was" x={Math.min(99, then * 100)} width="1" height="8" />
            </svg>
            <span aria-hidden="true">
              {percent(current)} <span class="study-quiet">{strings.edit.was(percent(then))}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
