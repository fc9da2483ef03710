import { paletteEntry } from './palette.ts';
import './class-mark.css';

export interface ClassMarkProps {
  readonly colour: number;
  /** First letter of the class; colour alone never tells. */
  readonly letter?: string;
  readonly size?: number;
}

export function ClassMark({ colour, letter = '', size = 24 }: ClassMarkProps) {
  const { colour: fill, ink, shape } = paletteEntry(colour);
  return (
    <svg class="class-mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shape} fill={fill} />
      <text x="12" y="12.5" fill={ink} text-anchor="middle" dominant-baseline="central">
        {letter.toUpperCase()}
      </text>
    </svg>
  );
}
