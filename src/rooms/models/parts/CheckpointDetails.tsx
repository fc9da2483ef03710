import type { Checkpoint } from '../../../domain/records.ts';
import { formatBytes } from '../../shared/format-bytes.ts';
import { strings } from '../strings.ts';

/** What identifies a version exactly, folded away: it is for checking, not for reading. */
export function CheckpointDetails({ checkpoint }: { readonly checkpoint: Checkpoint }) {
  const { metrics, backend, encoder, sizeBytes, hash, learnedUpTo } = checkpoint;
  const facts: readonly (readonly [string, string])[] = [
    ...(metrics.macroF1 === null
      ? []
      : [
          [
            strings.list.macroF1,
            strings.list.macroF1Value(metrics.macroF1, metrics.audits),
          ] as const,
        ]),
    [strings.list.backend, backend],
    [strings.list.encoder, encoder],
    [strings.list.size, formatBytes(sizeBytes)],
    [strings.list.event, learnedUpTo ?? strings.list.nothing],
    [strings.list.hash, hash],
  ];
  return (
    <details class="models-details">
      <summary>{strings.list.details}</summary>
      <dl>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
