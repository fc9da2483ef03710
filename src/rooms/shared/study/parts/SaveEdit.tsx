import { useSignal } from '@preact/signals';
import type { Proposal } from '../../../../../workers/api.ts';
import type { EditStance } from '../../../../domain/explanation/gestures.ts';
import type { ClassId } from '../../../../domain/records.ts';
import { activeClasses } from '../../../../domain/state.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { guessBoundary, guessFlip, originalAnswer } from '../edit-guess.ts';
import type { Editing } from '../editing.ts';
import type { StudyProps } from '../props.ts';
import { namesOf } from '../say.ts';
import { strings } from '../strings.ts';
import { ClassSet } from './ClassSet.tsx';

export interface SaveEditProps extends StudyProps {
  readonly editing: Editing;
  readonly before: Proposal | null;
}

/** What the edited copy teaches. The model's guess stands in the lists; saving is the person's act. */
export function SaveEdit(props: SaveEditProps) {
  const { editing, study, item, nameOf } = props;
  const { edit } = strings;
  const save = async (stance: EditStance, classes: readonly ClassId[]): Promise<void> => {
    const content = editing.content.peek();
    const names = classes.map(nameOf).join(stance === 'boundary' ? edit.between : ', ');
    const command = {
      type: 'save-edit' as const,
      itemId: item.id,
      content,
      stance,
      classes,
      durationMs: editing.duration(),
    };
    const said = edit.done[stance](names === '' ? namesOf([], nameOf) : names);
    if ((await study.act(command, said)) && editing.content.peek() === content) editing.reset();
  };
  if (!editing.isChanged.value)
    return <p class="study-quiet">{edit.unchanged(props.view.words.item)}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: three independent choices, each with its own names
    <div class="study-saves" role="group" aria-label={edit.save}>
      <SaveFlip {...props} save={save} />
      <SaveSame {...props} save={save} />
      <SaveBoundary {...props} save={save} />
    </div>
  );
}

interface SaveProps extends SaveEditProps {
  readonly save: (stance: EditStance, classes: readonly ClassId[]) => Promise<void>;
}

function optionsOf({ session }: Pick<StudyProps, 'session'>) {
  return activeClasses(session.project.value).map(({ id, name }) => ({ value: id, label: name }));
}

function SaveFlip(props: SaveProps) {
  const { session, editing, before, item, save } = props;
  const { mode } = session.project.value;
  const chosen = useSignal<readonly ClassId[] | null>(null);
  const original = originalAnswer(session.state.value, item.id, before);
  const classes = chosen.value ?? guessFlip({ mode, original, now: editing.now.value, before });
  const choose = (next: readonly ClassId[]): void => {
    chosen.value = next;
  };
  const { edit } = strings;
  return (
    <div class="study-row">
      <span aria-hidden="true">{edit.flips}</span>
      {mode === 'multi' ? (
        <ClassSet session={session} label={edit.flipsTo} value={classes} onChange={choose} />
      ) : (
        <Select
          aria-label={edit.flipsTo}
          value={classes[0] ?? ''}
          options={optionsOf(props)}
          onChange={(value) => choose([value as ClassId])}
        />
      )}
      <Button onClick={() => void save('flips', classes)}>{edit.flipsSave}</Button>
    </div>
  );
}

function SaveSame({ session, item, before, nameOf, save }: SaveProps) {
  const original = originalAnswer(session.state.value, item.id, before);
  return (
    <div class="study-row">
      <Button onClick={() => void save('must-not-matter', original)}>
        {strings.edit.same(namesOf(original, nameOf))}
      </Button>
    </div>
  );
}

function SaveBoundary(props: SaveProps) {
  const { editing, before, save } = props;
  const options = optionsOf(props);
  const chosen = useSignal<readonly [ClassId, ClassId] | null>(null);
  const guess = guessBoundary(
    editing.now.value ?? before,
    options.map(({ value }) => value),
  );
  const pair = chosen.value ?? guess;
  if (!pair) return null;
  const [a, b] = pair;
  const { edit } = strings;
  return (
    <div class="study-row">
      <span aria-hidden="true">{edit.boundary}</span>
      <Select
        aria-label={edit.boundaryA}
        value={a}
        options={options.filter(({ value }) => value !== b)}
        onChange={(value) => {
          chosen.value = [value as ClassId, b];
        }}
      />
      <span aria-hidden="true">{edit.and}</span>
      <Select
        aria-label={edit.boundaryB}
        value={b}
        options={options.filter(({ value }) => value !== a)}
        onChange={(value) => {
          chosen.value = [a, value as ClassId];
        }}
      />
      <Button onClick={() => void save('boundary', pair)}>{edit.boundarySave}</Button>
    </div>
  );
}
