import type { ImportReport } from '../../../../workers/api.ts';
import { formatCount } from '../../shared/format-number.ts';
import { strings } from '../strings.ts';

/** The rest is in the download. */
const MAX_ROWS_SHOWN = 50;

export function BadRowsTable({ bad }: { readonly bad: ImportReport['bad'] }) {
  const shown = bad.slice(0, MAX_ROWS_SHOWN);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section class="import-table import-bad" tabIndex={0} aria-label={strings.report.badCaption}>
      <table>
        <thead>
          <tr>
            <th scope="col">{strings.report.row}</th>
            <th scope="col">{strings.report.reason}</th>
            <th scope="col">{strings.report.excerpt}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // One row can be bad for two reasons, so its number alone does not name it.
            <tr key={index}>
              <td class="import-number">{formatCount(row.row)}</td>
              <td>{row.reason}</td>
              <td>
                <code>{row.excerpt}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < bad.length && (
        <p class="import-quiet">{strings.report.shown(shown.length, bad.length)}</p>
      )}
    </section>
  );
}
