import { describe, expect, it } from 'vitest';
import { defineClasses } from '../../../../src/domain/classes.ts';
import type { ClassId } from '../../../../src/domain/records.ts';
import { classesTo, NO_PLAN, sayPlan, stepped } from '../../../../src/rooms/shared/class-plan.ts';

const [A, B, C] = ['a', 'b', 'c'] as unknown as [ClassId, ClassId, ClassId];
const classes = defineClasses([
  { id: A, name: 'apple' },
  { id: B, name: 'pear' },
  { id: C, name: 'plum' },
]);

describe('a plan for the classes of many items', () => {
  it('goes round: added, taken away, left alone', () => {
    const once = stepped(NO_PLAN, A);
    const twice = stepped(once, A);
    expect([once.get(A), twice.get(A), stepped(twice, A).size]).toEqual(['add', 'remove', 0]);
    expect(NO_PLAN.size).toBe(0);
  });

  it('says what it will do, in the order of the classes', () => {
    const plan = [C, B, A, C].reduce(stepped, NO_PLAN);
    expect(classesTo(plan, 'add')).toEqual([B, A]);
    expect(classesTo(plan, 'remove')).toEqual([C]);
    expect(sayPlan(plan, classes)).toBe('add apple and pear, take away plum');
    expect(sayPlan(NO_PLAN, classes)).toBe('');
  });
});
