/** Whose a key is: the control's that has the focus, or the room's. */
import { afterEach, describe, expect, it } from 'vitest';
import { listenForShortcuts } from '../../../src/app/shortcuts.ts';

let end: () => void = () => undefined;
afterEach(() => {
  end();
  document.body.replaceChildren();
});

function pressed(on: string, key: KeyboardEventInit): readonly string[] {
  const ran: string[] = [];
  const act = (id: string, shortcut: string) => ({
    id,
    label: id,
    shortcut,
    run: () => void ran.push(id),
  });
  end = listenForShortcuts([act('enter', 'Enter'), act('all', 'Control+Enter')]);
  document.body.innerHTML = on;
  document.body.firstElementChild?.dispatchEvent(
    new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...key }),
  );
  return ran;
}

const ENTER = { key: 'Enter', code: 'Enter' };
const ALL = { ...ENTER, ctrlKey: true };

describe('a shortcut', () => {
  it('leaves Enter to the control that has the focus', () => {
    expect(pressed('<button>x</button>', ENTER)).toEqual([]);
    expect(pressed('<div>x</div>', ENTER)).toEqual(['enter']);
  });

  it('with Ctrl reaches the room past a button, not past a link or where somebody types', () => {
    expect(pressed('<button>x</button>', ALL)).toEqual(['all']);
    expect(pressed('<a href="#x">x</a>', ALL)).toEqual([]);
    expect(pressed('<textarea></textarea>', ALL)).toEqual([]);
  });
});
