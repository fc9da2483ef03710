import type { TrustReport } from '../../../../workers/api.ts';
import { MOST_JUDGED } from '../../../domain/trust/calibration/choose.ts';
import { sayTried } from '../calibration-words.ts';
import { strings } from '../strings.ts';

const { calibration: words } = strings;

interface TriedMapsProps {
  readonly report: TrustReport;
}

/** Every kind of calibration with its cross-validated log loss; the one in use is marked in words. */
export function TriedMaps({ report }: TriedMapsProps) {
  const { tried, audits, calibration } = report;
  return (
    <details class="trust-more">
      <summary>{words.which}</summary>
      <table class="trust-table">
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.loss(Math.min(audits, MOST_JUDGED))}</th>
          </tr>
        </thead>
        <tbody>
          {tried.map((one) => (
            <tr key={one.kind}>
              <th scope="row">
                {words.names[one.kind]}
                {one.kind === calibration.kind && ` ${words.inUse}`}
              </th>
              <td>{sayTried(one, audits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="trust-quiet">{words.rule}</p>
    </details>
  );
}
