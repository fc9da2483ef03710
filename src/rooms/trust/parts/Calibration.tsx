import type { CalibrationFigures, TrustReport } from '../../../../workers/api.ts';
import { LineChart } from '../../../ui/LineChart.tsx';
import { percent } from '../../../ui/percent.ts';
import { sayMap, sayMissing } from '../calibration-words.ts';
import { toSeries } from '../reliability-series.ts';
import { strings } from '../strings.ts';
import { TriedMaps } from './TriedMaps.tsx';

const { calibration: words } = strings;
/** A bin of the diagram has at least so many checks. */
const FIRST_PICTURE = 10;

/** Reliability: how often it is right when it says how sure it is. */
export function Calibration({ report }: { readonly report: TrustReport }) {
  const { audits, before, after, bins, calibration } = report;
  const missing = sayMissing(report);
  return (
    <section class="trust-section" aria-labelledby="trust-calibration">
      <h2 id="trust-calibration">{words.title}</h2>
      {before === null || after === null ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>
            {sayMap(calibration)} {words.basis(audits)}
          </p>
          {missing && <p class="trust-quiet">{missing}</p>}
          {bins.length === 0 ? (
            <p class="trust-quiet">{words.few(FIRST_PICTURE)}</p>
          ) : (
            <>
              <LineChart series={toSeries(report)} xLabel={words.x} yLabel={words.y} height={260} />
              <ul>
                {bins.map(({ meanConfidence, right }) => (
                  <li key={meanConfidence}>
                    {words.words(
                      Math.round(right.value * right.n),
                      right.n,
                      percent(meanConfidence),
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Figures before={before} after={after} />
          <TriedMaps report={report} />
        </>
      )}
    </section>
  );
}

interface FiguresProps {
  readonly before: CalibrationFigures;
  readonly after: CalibrationFigures;
}

function Figures({ before, after }: FiguresProps) {
  const names = Object.keys(words.measures) as (keyof CalibrationFigures)[];
  const say = (value: number | null): string => (value === null ? '' : value.toFixed(2));
  return (
    <details class="trust-more">
      <summary>{words.measure}</summary>
      <table class="trust-table">
        <thead>
          <tr>
            <th scope="col">{words.measure}</th>
            <th scope="col">{words.raw}</th>
            <th scope="col">{words.scaled}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{words.measures[name]}</th>
              <td>{say(before[name])}</td>
              <td>{say(after[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="trust-quiet">{words.cross}</p>
    </details>
  );
}
