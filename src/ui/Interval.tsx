import { percent } from './percent.ts';
import { strings } from './strings.ts';
import './class-mark.css';

export interface IntervalProps {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly label: string;
}

/** A share with its interval, drawn as dot and whisker on 0 to 100 %, always with n. */
export function Interval({ value, low, high, n, label }: IntervalProps) {
  const x = (share: number): string => `${share * 100}%`;
  const words = strings.interval(percent(value), percent(low), percent(high), n);
  return (
    <div class="interval">
      <div class="interval-words">
        <span>{label}</span>
        <span>
          <b>{percent(value)}</b> {strings.range(percent(low), percent(high), n)}
        </span>
      </div>
      <svg role="img" aria-label={`${label}: ${words}`}>
        <line class="interval-axis" x1="0" x2="100%" y1="7" y2="7" />
        <line class="interval-whisker" x1={x(low)} x2={x(high)} y1="7" y2="7" />
        <circle class="interval-dot" cx={x(value)} cy="7" r="6" />
      </svg>
    </div>
  );
}
