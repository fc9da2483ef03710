import { effect, signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { HoneEvent } from '../../../src/domain/events.ts';
import type { EventId } from '../../../src/domain/records.ts';
import { keepEvents } from '../../../src/engine/keep-events.ts';

const made = (count: number): HoneEvent[] =>
  Array.from({ length: count }, (_, i) => ({ id: `e${i}` }) as unknown as HoneEvent);

/** A state that counts events, and what is shown beside it. */
function room() {
  const state = signal(0);
  const shown = signal(0);
  const own = new Set<EventId>();
  const parts: [number, string | undefined][] = [];
  const drawn: string[] = [];
  effect(() => void drawn.push(`${state.value}/${shown.value}`));
  return {
    own,
    parts,
    drawn,
    save: async (events: readonly HoneEvent[], part?: string) => {
      expect(events.every(({ id }) => own.has(id))).toBe(true); // News of them is no news.
      parts.push([events.length, part]);
    },
    absorb: (events: readonly HoneEvent[]) => {
      state.value += events.length;
    },
    alongside: (events: readonly HoneEvent[]) => {
      shown.value = events.length;
    },
  };
}

it('draws the state and what is shown beside it once, after the disk has them', async () => {
  const own = room();
  await keepEvents(made(1), own);
  expect(own.parts).toEqual([[1, 'whole']]);
  expect(own.drawn).toEqual(['0/0', '1/1']);
  expect(own.own.size).toBe(0);
});

it('cuts a press on many items into parts, and shows what it did with the last', async () => {
  const own = room();
  await keepEvents(made(900), own);
  expect(own.parts).toEqual([
    [400, 'more'],
    [400, 'more'],
    [100, 'last'],
  ]);
  expect(own.drawn).toEqual(['0/0', '400/0', '800/0', '900/900']);
  expect(own.own.size).toBe(0);
});
