import type { ColumnOverview } from '../overview.ts';
import type { CellFacts } from './cell-facts.ts';
import { percent } from './percent.ts';
import { strings } from './strings.ts';

const WIDTH = 96;
const HEIGHT = 24;

export interface SpreadProps {
  readonly column: ColumnOverview;
  readonly facts: CellFacts;
}

/** The values of the column drawn small, and where this one lies among them; in words for those who listen. */
export function Spread({ column, facts }: SpreadProps) {
  if (column.range) {
    const isPlaced = Number.isFinite(facts.below);
    return (
      <span class="table-spread">
        <Bars range={column.range} value={facts.value} />
        {isPlaced && <span class="visually-hidden">{strings.above(percent(facts.below))}</span>}
      </span>
    );
  }
  if (!column.levels || !Number.isFinite(facts.share)) return <span class="table-spread" />;
  return (
    <span class="table-spread table-share">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <rect class="table-track" x="0" y="8" width={WIDTH} height="8" rx="2" />
        <rect
          class="table-mark"
          x="0"
          y="8"
          width={Math.max(2, facts.share * WIDTH)}
          height="8"
          rx="2"
        />
      </svg>
      <span class="visually-hidden">{strings.of(percent(facts.share))}</span>
    </span>
  );
}

interface BarsProps {
  readonly range: NonNullable<ColumnOverview['range']>;
  readonly value: number;
}

function Bars({ range, value }: BarsProps) {
  const { bars, from, to } = range;
  const most = Math.max(...bars, 1e-9);
  const width = WIDTH / bars.length;
  const share = to === from ? 0.5 : (value - from) / (to - from);
  const at = Math.min(1, Math.max(0, share)) * (WIDTH - 3);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {bars.map((bar, k) => {
        const height = bar === 0 ? 0 : Math.max(1.5, (bar / most) * (HEIGHT - 2));
        return (
          // Bars have no identity but their place.
          <rect
            key={k}
            class="table-bar"
            x={k * width + 0.5}
            y={HEIGHT - height}
            width={width - 1}
            height={height}
          />
        );
      })}
      {Number.isFinite(value) && (
        <rect class="table-mark" x={at} y="0" width="3" height={HEIGHT} rx="1.5" />
      )}
    </svg>
  );
}
