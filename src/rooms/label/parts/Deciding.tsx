import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { strings } from '../strings.ts';
import type { DeskProps } from './props.ts';

export interface DecidingProps extends DeskProps {
  readonly onFlag: () => void;
  readonly onGuidelines: () => void;
}

/** What else can be said of the item, and the way back. */
export function Deciding({ session, desk, onFlag, onGuidelines }: DecidingProps) {
  const state = session.state.value;
  const shown = desk.onShow.value;
  const isFlagged = shown !== null && state.flags.has(shown.item.id);
  return (
    <div class="deciding">
      <Button
        icon="skip"
        shortcut="s"
        disabled={!shown}
        onClick={() => void desk.decide('skipped', [])}
      >
        {strings.skip}
      </Button>
      <Button
        icon="question"
        shortcut="n"
        disabled={!shown}
        onClick={() => void desk.decide('unsure', [])}
      >
        {strings.unsure}
      </Button>
      <span class="deciding-gap" />
      <IconButton icon="back" label={strings.back} onClick={() => void desk.walk(-1)} />
      <IconButton icon="forward" label={strings.forward} onClick={() => void desk.walk(1)} />
      <IconButton
        icon="undo"
        label={strings.undo}
        disabled={!state.canUndo}
        onClick={() => void desk.undo()}
      />
      <IconButton
        icon="redo"
        label={strings.redo}
        disabled={!state.canRedo}
        onClick={() => void desk.redo()}
      />
      <IconButton
        icon="flag"
        label={isFlagged ? strings.unflag : strings.flag}
        pressed={isFlagged}
        disabled={!shown}
        onClick={onFlag}
      />
      <IconButton icon="book" label={strings.guidelines} onClick={onGuidelines} />
    </div>
  );
}
