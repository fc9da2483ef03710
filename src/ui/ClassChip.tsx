import { ClassMark } from './ClassMark.tsx';
import { Kbd } from './Kbd.tsx';
import { percent } from './percent.ts';
import './class-mark.css';

export interface ClassChipProps {
  readonly definition: { readonly name: string; readonly colour: number; readonly key: string };
  readonly selected?: boolean;
  readonly onClick?: () => void;
  readonly probability?: number;
}

export function ClassChip({ definition, selected, onClick, probability }: ClassChipProps) {
  const { name, colour, key } = definition;
  const content = (
    <>
      <ClassMark colour={colour} letter={name.slice(0, 1)} />
      <span>{name}</span>
      {probability !== undefined && <span>{percent(probability)}</span>}
      {onClick && key && <Kbd keys={key} />}
    </>
  );
  if (!onClick) return <span class="class-chip">{content}</span>;
  return (
    <button type="button" class="class-chip" aria-pressed={selected ?? false} onClick={onClick}>
      {content}
    </button>
  );
}
