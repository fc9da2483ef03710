import type { GroupGap } from '../../../domain/oversight/group-tests.ts';
import type { ChosenSlice } from '../props.ts';
import { points, sayChance } from '../say.ts';
import { strings } from '../strings.ts';

const { fairness: words } = strings;

/** Each measure by its name, with the gap, its interval and whether it is real. */
export function Gaps({ slice }: { readonly slice: ChosenSlice }) {
  return (
    <>
      <h3>{words.gaps}</h3>
      <ul class="oversight-gaps">
        {slice.report.gaps.map((gap) => (
          <li key={gap.measure} data-real={gap.kind === 'gap' && gap.isReal}>
            <span>{words.measures[gap.measure]}</span>
            <span>{sayGap(gap)}</span>
            {gap.kind === 'gap' && (
              <b>
                {gap.isReal
                  ? words.real(sayChance(gap.adjusted))
                  : words.noise(sayChance(gap.adjusted))}
              </b>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

export function sayGap(gap: GroupGap): string {
  if (gap.kind === 'too-few') return words.gapFew;
  const { value, low, high } = gap.difference;
  const [v, l, h] = [points(value), points(low), points(high)];
  if (gap.lowest === '') return words.off(v, l, h, gap.highest);
  return words.gap(v, l, h, gap.highest, gap.lowest);
}
