import type { ReweighedFigures, ReweighingReport } from '../../../../workers/api.ts';
import { points, sayFigure } from '../say.ts';
import { strings } from '../strings.ts';
import { Scrolled } from './Scrolled.tsx';

const { fairness: words } = strings;

interface ReweighedProps {
  readonly report: ReweighingReport;
  /** Of the class in question. */
  readonly name: string;
}

/** The model as it is beside the one that learned with other weights. */
export function Reweighed({ report, name }: ReweighedProps) {
  if (report.kind === 'too-few')
    return <p role="status">{words.reweighFew(report.labels, report.needed)}</p>;
  if (report.kind === 'too-many')
    return <p role="status">{words.reweighMany(report.labels, report.most)}</p>;
  const { before, after } = report;
  const share = ({ selection }: ReweighedFigures, i: number): string =>
    sayFigure(selection[i]?.figure ?? null);
  return (
    <>
      <Scrolled label={words.reweigh}>
        <table class="oversight-table">
          <thead>
            <tr>
              {words.reweighHead.map((head, i) =>
                i === 0 ? (
                  <td key={head} />
                ) : (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            <Line
              head={words.reweighRight}
              cells={[sayFigure(before.accuracy), sayFigure(after.accuracy)]}
            />
            <Line
              head={words.reweighGap}
              cells={[before.gap, after.gap].map((gap) => words.gapPoints(points(gap)))}
            />
            {before.selection.map(({ group }, i) => (
              <Line
                key={group}
                head={`${group}: ${name}`}
                cells={[share(before, i), share(after, i)]}
              />
            ))}
          </tbody>
        </table>
      </Scrolled>
      <p class="oversight-quiet">{words.reweighBias}</p>
    </>
  );
}

function Line({ head, cells }: { readonly head: string; readonly cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row" dir="auto">
        {head}
      </th>
      {cells.map((cell, i) => (
        <td key={i === 0 ? 'before' : 'after'}>{cell}</td>
      ))}
    </tr>
  );
}
