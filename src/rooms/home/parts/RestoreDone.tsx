import type { RestoreReport } from '../../../../workers/api.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { strings } from '../strings.ts';

export function RestoreDone({ report }: { readonly report: RestoreReport }) {
  return (
    <>
      <Notice tone="good">{strings.restoring.done(report.items, report.events)}</Notice>
      {report.skipped.length > 0 && (
        <Notice tone="warn" title={strings.restoring.skipped}>
          <ul>
            {report.skipped.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
