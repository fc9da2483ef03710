import type { ClassDefinition } from '../../../domain/records.ts';
import { activeClasses } from '../../../domain/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { strings } from '../strings.ts';
import { swipeTargets } from '../swipe.ts';
import type { DeskProps } from './props.ts';

/** One press answers. Several classes per item: presses choose, Enter answers. */
export function ClassButtons({ session, desk }: DeskProps) {
  const project = session.project.value;
  const classes = activeClasses(project);
  const isMulti = project.mode === 'multi';
  const chosen = desk.chosen.value;
  const targets = swipeTargets(classes, isMulti);
  const press = (id: ClassDefinition['id']): void => {
    if (isMulti) desk.toggle(id);
    else void desk.decide('answered', [id]);
  };
  return (
    <div class="answers">
      <fieldset
        class={`answers-classes ${classes.length > 8 ? 'answers-many' : ''}`}
        aria-label={strings.classes}
      >
        {classes.map((definition) => (
          <ClassButton
            key={definition.id}
            definition={definition}
            isChosen={chosen.has(definition.id)}
            onPress={() => press(definition.id)}
          />
        ))}
      </fieldset>
      {isMulti && (
        <Button
          variant="primary"
          size="l"
          shortcut="Enter"
          onClick={() => void desk.decide('answered', [...chosen])}
        >
          {chosen.size === 0 ? strings.submitNone : strings.submit}
        </Button>
      )}
      {targets && (
        <p class="answers-swipe">{strings.swipe(targets.left.name, targets.right.name)}</p>
      )}
    </div>
  );
}

interface ClassButtonProps {
  readonly definition: ClassDefinition;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

function ClassButton({ definition, isChosen, onPress }: ClassButtonProps) {
  const { name, colour, key, description } = definition;
  return (
    <button
      type="button"
      class="answer"
      aria-pressed={isChosen}
      title={description}
      {...(key ? { 'aria-keyshortcuts': key } : {})}
      onClick={onPress}
    >
      <ClassMark colour={colour} letter={name.slice(0, 1)} size={30} />
      <span class="answer-name">{name}</span>
      {key && <Kbd keys={key} />}
    </button>
  );
}
