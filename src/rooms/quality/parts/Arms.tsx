import type { ArmsCompared, ArmsRefusal } from '../../../../workers/api.ts';
import { Interval } from '../../../ui/Interval.tsx';
import type { ReportProps } from '../props.ts';
import { strings } from '../strings.ts';

/** Below this the difference is called no chance. */
const CLEAR = 0.05;

export function Arms({ report: { arms } }: ReportProps) {
  const words = strings.arms;
  return (
    <section class="quality-section" aria-labelledby="quality-arms">
      <h2 id="quality-arms">{words.title}</h2>
      {'random' in arms ? <Compared {...arms} /> : <p>{sayRefusal(arms)}</p>}
      <p class="quality-quiet">{words.basis}</p>
    </section>
  );
}

function sayRefusal(arms: ArmsRefusal): string {
  return arms.kind === 'too-few'
    ? strings.arms.few(arms.audits, arms.needed)
    : strings.arms.many(arms.most);
}

function Compared({ labels, random, chosen, pValue, needed }: ArmsCompared) {
  const words = strings.arms;
  const difference =
    random.value === chosen.value ? words.same : pValue < CLEAR ? words.clear : words.chance;
  return (
    <>
      <div class="quality-arms">
        <Interval label={words.chosen(labels)} {...chosen} />
        <Interval label={words.random(labels)} {...random} />
      </div>
      <p>
        {difference} {needed === null ? words.notReached : words.saved(needed, labels)}
      </p>
    </>
  );
}
