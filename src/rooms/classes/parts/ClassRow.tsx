import type { ClassDefinition } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { strings } from '../strings.ts';
import { Examples } from './Examples.tsx';

interface ClassRowProps {
  readonly definition: ClassDefinition;
  readonly count: number;
  readonly onEdit: () => void;
  readonly onMerge: () => void;
  readonly onRetire: () => void;
}

export function ClassRow({ definition, count, onEdit, onMerge, onRetire }: ClassRowProps) {
  const { name, colour, key, description } = definition;
  return (
    <li class="classes-row">
      <ClassMark colour={colour} letter={name.slice(0, 1)} />
      <div class="classes-row-words">
        <h3>{name}</h3>
        {description !== '' && <p>{description}</p>}
        <Examples definition={definition} />
      </div>
      <span class="classes-quiet classes-count">{strings.list.count(count)}</span>
      {key === '' ? <span class="classes-quiet">{strings.list.noKey}</span> : <Kbd keys={key} />}
      <Button aria-label={strings.list.edit(name)} onClick={onEdit}>
        {strings.list.editShort}
      </Button>
      <Menu
        label={strings.list.menu(name)}
        icon="more"
        items={[
          { id: 'merge', label: strings.list.merge, run: onMerge },
          { id: 'retire', label: strings.list.retire, run: onRetire },
        ]}
      />
    </li>
  );
}
