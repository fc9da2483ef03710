/** What the learner says about items that it cannot read. */
import type { ReadProblem } from './inputs.ts';

const REASONS: Readonly<Record<ReadProblem, string>> = {
  missing: 'whose file is not on this device',
  damaged: 'whose file is damaged or of a kind that this browser cannot open',
};

/** In plain words; null = all were read. */
export function noteOnUnread(
  unread: ReadonlyMap<number, ReadProblem>,
  total: number,
): string | null {
  if (unread.size === 0) return null;
  const problems = [...unread.values()];
  const parts = (['missing', 'damaged'] as const).flatMap((problem) => {
    const count = problems.filter((one) => one === problem).length;
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${REASONS[problem]}`];
  });
  const items = `${unread.size.toLocaleString('en')} of ${total.toLocaleString('en')} items`;
  return `${items} could not be read, and are neither asked about nor learned from: ${parts.join(', ')}.`;
}
