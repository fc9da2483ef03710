import { percent } from './percent.ts';
import './class-mark.css';

export interface ProbabilityBarProps {
  readonly value: number;
  readonly label: string;
}

export function ProbabilityBar({ value, label }: ProbabilityBarProps) {
  return (
    <div class="probability-bar">
      <span>{label}</span>
      <meter min={0} max={1} value={value} aria-label={label} />
      <span>{percent(value)}</span>
    </div>
  );
}
