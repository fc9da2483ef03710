/** Many items, several classes, one press: what came with the import is kept, and one undo takes all back. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../src/domain/commands/index.ts';
import type { ProjectSession } from '../../../../src/engine/api.ts';
import type { Services, Toast } from '../../../../src/engine/services.ts';
import { adjustMany } from '../../../../src/rooms/shared/adjust-many.ts';
import type { ClassPlan } from '../../../../src/rooms/shared/class-plan.ts';
import { A, B, C, item, type Journal, startJournal } from '../../domain/make.ts';

/** Items from 500 on came with the label C; only what has no answer is read. */
function setUp(journal: Journal) {
  const toasts: Toast[] = [];
  const read: string[][] = [];
  const services = {
    notify: (toast: Toast) => void toasts.push(toast),
    storage: {
      items: {
        getMany: async (ids: readonly string[]) => {
          read.push([...ids]);
          return ids.map((id) => ({ id, given: Number(id.slice(5)) >= 500 ? [C] : null }));
        },
      },
    },
  } as unknown as Services;
  const session = {
    get state() {
      return { value: journal.state() };
    },
    get project() {
      return { value: journal.state().project };
    },
    run: async (command: Command) => {
      try {
        return { ok: true, value: journal.run(command) };
      } catch (error) {
        return { ok: false, error: { message: (error as Error).message } };
      }
    },
  } as unknown as ProjectSession;
  const press = (numbers: readonly number[], plan: ClassPlan) =>
    adjustMany({ services, session, itemIds: numbers.map(item), plan, durationMs: 5_000 });
  return { press, toasts, read };
}

describe('classes of many items by one press', () => {
  it('start from the answer, else from what came with the import', async () => {
    const journal = startJournal('multi');
    journal.answer(1, [B]);
    const { press, toasts, read } = setUp(journal);
    const plan: ClassPlan = new Map([
      [A, 'add'],
      [B, 'remove'],
    ]);
    expect(await press([1, 2, 500], plan)).toBe(true);
    const classes = (n: number) => journal.state().labels.get(item(n))?.classes;
    expect([1, 2, 500].map(classes)).toEqual([[A], [A], [C, A]]);
    expect(read).toEqual([[item(2), item(500)]]);
    expect(toasts[0]?.text).toBe(
      '3 items: add apple, take away banana. Those that were so already stay.',
    );
    journal.run({ type: 'undo' });
    expect([1, 2, 500].map(classes)).toEqual([[B], undefined, undefined]);
  });

  it('read items in pieces, and say a refusal', async () => {
    const { press, toasts, read } = setUp(startJournal('multi'));
    const numbers = Array.from({ length: 1_100 }, (_, n) => n);
    expect(await press(numbers, new Map([[A, 'remove']]))).toBe(false);
    expect(read.map(({ length }) => length)).toEqual([500, 500, 100]);
    expect(toasts).toMatchObject([{ tone: 'bad', text: expect.stringContaining('already') }]);
  });
});
