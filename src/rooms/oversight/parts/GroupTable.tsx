import { LEAST_OF_GROUP } from '../../../domain/oversight/group-tests.ts';
import type { QualityFigure } from '../../../domain/records.ts';
import { percent } from '../../../ui/percent.ts';
import type { ChosenSlice, OversightProps } from '../props.ts';
import { sayFigure, sayRate } from '../say.ts';
import { strings } from '../strings.ts';
import { Heads } from './Heads.tsx';
import { Scrolled } from './Scrolled.tsx';

const { fairness: words } = strings;

interface GroupTableProps extends Pick<OversightProps, 'nameOf'> {
  readonly slice: ChosenSlice;
}

/** In the order of their names: no ranking on noise. */
export function GroupTable({ slice, nameOf }: GroupTableProps) {
  const { groups, isCut } = slice.report;
  const heads = [
    words.group,
    words.n,
    words.selection,
    words.truePositive,
    words.falsePositive,
    words.accuracy,
    words.calibration,
  ];
  const label = `${words.groups}: ${slice.field}, ${nameOf(slice.classId)}`;
  return (
    <>
      <h3 dir="auto">{label}</h3>
      {isCut && <p class="oversight-quiet">{words.cut}</p>}
      <Scrolled label={label}>
        <table class="oversight-table">
          <Heads words={heads} />
          <tbody>
            {groups.map((one) => (
              <tr key={one.group}>
                <th scope="row" dir="auto">
                  {one.group}
                </th>
                <td>{one.n}</td>
                <td>{sayRate(one.selection)}</td>
                <td>{sayRate(one.truePositive)}</td>
                <td>{sayRate(one.falsePositive)}</td>
                <td>{sayRate(one.accuracy)}</td>
                <td>
                  {isKnown(one.observed)
                    ? words.expected(percent(one.expected), sayFigure(one.observed))
                    : words.few}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <p class="oversight-quiet">{words.needed(LEAST_OF_GROUP)}</p>
    </>
  );
}

const isKnown = (figure: QualityFigure | null): boolean =>
  figure !== null && figure.n >= LEAST_OF_GROUP;
