import { progress } from '../../../domain/state.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import type { ProjectRow } from '../../../storage/api.ts';
import { formatCount } from '../../shared/format-number.ts';
import { strings } from '../strings.ts';

interface CountsProps {
  readonly session: ProjectSession;
  readonly row: ProjectRow;
}

export function Counts({ session, row }: CountsProps) {
  const state = session.state.value;
  const { answered, skipped, unsure } = progress(state);
  const figures = [
    { label: strings.counts.items, value: session.itemCount.value },
    { label: strings.counts.answered, value: answered },
    { label: strings.counts.given, value: row.summary.given },
    { label: strings.counts.unsure, value: unsure },
    { label: strings.counts.skipped, value: skipped },
    { label: strings.counts.flagged, value: state.flags.size },
  ];
  return (
    <dl class="data-counts" aria-label={strings.counts.title}>
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatCount(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
