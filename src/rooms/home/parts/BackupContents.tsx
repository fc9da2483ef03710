import type { BackupInspection } from '../../../../workers/api.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { formatMoment } from '../../shared/format-time.ts';
import { strings } from '../strings.ts';

export function BackupContents({ inspection }: { readonly inspection: BackupInspection }) {
  const { name, savedAt, items, events, checkpoints, damage, alreadyHere } = inspection;
  return (
    <>
      <p>
        <strong>{strings.restoring.contents(name, formatMoment(savedAt))}</strong>
      </p>
      <p>{strings.restoring.counts(items, events, checkpoints)}</p>
      {damage.length === 0 ? (
        <Notice tone="good">{strings.restoring.sound}</Notice>
      ) : (
        <Notice tone="warn" title={strings.restoring.damaged}>
          <ul>
            {damage.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
          <p>{strings.restoring.damagedHint}</p>
        </Notice>
      )}
      {alreadyHere && <Notice tone="plain">{strings.restoring.here}</Notice>}
    </>
  );
}
