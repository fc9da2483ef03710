/** The answers that a network can learn from, with their items read. */
import { createRng, deriveSeed, shuffled } from '../../../src/domain/math/rng.ts';
import type { Encoder } from '../../../src/modalities/contract.ts';
import { FEWEST_ANSWERS } from '../../../src/modalities/trained/facts.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { badInput } from '../session/compare.ts';
import { createInputs } from '../session/inputs.ts';
import type { RowLabel } from '../session/labels.ts';
import type { LearnSession } from '../session/learn-session.ts';

/** Of each of two classes: folds and batches need some. */
const FEWEST_OF_CLASS = 10;
/** More would train for many minutes; drawn by seed. */
const MOST_ANSWERS = 1_000;
/** Audit answers say something from so many on. */
const FEWEST_AUDITS = 20;
const READ_AT_ONCE = 64;

export interface Answered {
  /** Learned from; in the order of rows. */
  readonly training: readonly RowLabel[];
  /** Never learned from; none where they are too few to say anything. */
  readonly audit: readonly RowLabel[];
  /** Of the training answers, then of the audit ones, as the modality's own encoder takes them. */
  readonly inputs: readonly unknown[];
  /** Equal for items with equal content: they go into one fold. [training] */
  readonly groups: readonly string[];
}

/** Throws `bad-input` in words for the person. */
export function answersFor({ labels, state }: LearnSession): Pick<Answered, 'training' | 'audit'> {
  const isSingle = state.project.mode === 'single';
  const usable = ({ classes }: RowLabel): boolean => !isSingle || classes.length === 1;
  const all = labels.training.filter(usable);
  if (all.length < FEWEST_ANSWERS)
    throw badInput(
      `A network learns from at least ${FEWEST_ANSWERS} answers; there are ${all.length}.`,
    );
  const counts = labels.classIds.map(
    (_, c) => all.filter(({ classes }) => classes.includes(c)).length,
  );
  if (counts.filter((count) => count >= FEWEST_OF_CLASS).length < (isSingle ? 2 : 1))
    throw badInput(
      `A network needs at least ${FEWEST_OF_CLASS} answers each of two classes. Find more of the rarer ones first.`,
    );
  const rng = createRng(deriveSeed(state.project.seed, 'network-answers'));
  const drawn = all.length <= MOST_ANSWERS ? all : shuffled(all, rng).slice(0, MOST_ANSWERS);
  const audit = labels.audit.filter(usable);
  return {
    training: drawn.toSorted((a, b) => a.row - b.row),
    audit: audit.length < FEWEST_AUDITS ? [] : audit,
  };
}

export interface ReadAnswered {
  readonly session: LearnSession;
  readonly storage: Storage;
  readonly encoder: Encoder<unknown, unknown>;
  readonly breathe: () => Promise<void>;
}

/** Reads what stands behind these answers; items that cannot be read fall away. */
export async function readAnswered(
  { session, storage, encoder, breathe }: ReadAnswered,
  { training, audit }: Pick<Answered, 'training' | 'audit'>,
): Promise<Answered> {
  const { tryRead } = createInputs(encoder, storage, session.status.projectId);
  const both = [...training, ...audit];
  const kept: { readonly label: RowLabel; readonly input: unknown; readonly group: string }[] = [];
  for (let from = 0; from < both.length; from += READ_AT_ONCE) {
    const part = both.slice(from, from + READ_AT_ONCE);
    const ids = part.flatMap(({ row }) => session.encoded.ids[row] ?? []);
    const items = await storage.items.getMany(ids);
    const there = part.flatMap((label, i) => (items[i] ? [{ label, item: items[i] }] : []));
    const readings = await tryRead(there.map(({ item }) => item.content));
    readings.forEach(({ input, problem }, i) => {
      const { label, item } = there[i] as (typeof there)[number];
      if (!problem) kept.push({ label, input, group: item.hash });
    });
    await breathe();
  }
  const isAudit = new Set(audit);
  const first = kept.filter(({ label }) => !isAudit.has(label));
  const last = kept.filter(({ label }) => isAudit.has(label));
  return {
    training: first.map(({ label }) => label),
    audit: last.map(({ label }) => label),
    inputs: [...first, ...last].map(({ input }) => input),
    groups: first.map(({ group }) => group),
  };
}
