import { proportion } from '../../../domain/evaluation/wilson.ts';
import { percent } from '../../../ui/percent.ts';
import { sayFigure } from '../say.ts';
import { strings } from '../strings.ts';
import type { ComparedProps } from './Drift.tsx';
import { Scrolled } from './Scrolled.tsx';

const { drift: words } = strings;

/** What the model says of either window, and how frequent the classes may really be. */
export function Predictions(props: ComparedProps) {
  const { report, nameOf } = props;
  const [a, b] = report.n;
  if (report.proposed.length === 0) return <p class="oversight-quiet">{words.untaught}</p>;
  const { confidence } = report;
  return (
    <>
      <h3>{words.proposed}</h3>
      <Scrolled label={words.proposed}>
        <table class="oversight-table">
          <thead>
            <tr>
              <th scope="col">{strings.fairness.class}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.now}</th>
            </tr>
          </thead>
          <tbody>
            {report.proposed.map(({ classId, counts }) => (
              <tr key={classId}>
                <th scope="row" dir="auto">
                  {words.proposedRow(nameOf(classId))}
                </th>
                <td>{sayFigure(proportion(counts[0], a))}</td>
                <td>{sayFigure(proportion(counts[1], b))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {confidence && (
        <p class="oversight-quiet">
          {words.confidence(percent(confidence[0]), percent(confidence[1]), a, b)}
        </p>
      )}
      <Shift {...props} />
    </>
  );
}

function Shift({ report: { labelShift }, nameOf }: ComparedProps) {
  if (labelShift.kind === 'unknown') {
    const said = {
      'too-few': words.shiftFew(labelShift.needed),
      'too-alike': words.shiftAlike,
      'several-classes': words.shiftMulti,
    }[labelShift.why];
    return <p class="oversight-quiet">{said}</p>;
  }
  return (
    <>
      <h3>{words.shift}</h3>
      <ul class="oversight-plain">
        {labelShift.classes.map(({ classId, before, now }) => (
          <li key={classId}>{words.shiftRow(nameOf(classId), percent(before), percent(now))}</li>
        ))}
      </ul>
      <p class="oversight-quiet">{words.shiftHint(labelShift.audits)}</p>
    </>
  );
}
