/**
 * Words and phrases that a person named and the encoder has no column for. They get one, behind all
 * others, and the rows that have them are encoded anew. Made from the plain features each time, so
 * that a word taken back leaves no trace.
 */
import type { PriorTerm } from '../../../src/domain/explanation/to-terms.ts';
import type { ProjectId } from '../../../src/domain/records.ts';
import type { Encoder, Features } from '../../../src/modalities/contract.ts';
import type { Explainer } from '../../../src/modalities/explain-contract.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { EncodedProject } from './encoding/encoded-project.ts';
import { itemBatches } from './encoding/read-items.ts';
import { rowsById } from './persistence.ts';
import { replaceRows } from './replace-rows.ts';

/** Terms without a column of their own in the plain features, sorted. */
export function customTerms(
  priors: readonly PriorTerm[],
  explainer: Explainer<unknown, unknown>,
  plainState: unknown,
): readonly string[] {
  const names = priors.flatMap(({ feature }) =>
    feature.kind === 'term' && explainer.columnsOf(plainState, feature).length === 0
      ? [feature.term]
      : [],
  );
  return [...new Set(names)].sort();
}

export interface ExtendInput {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly encoder: Encoder<unknown, unknown>;
  readonly plain: EncodedProject;
  readonly names: readonly string[];
}

export async function extendEncoded(input: ExtendInput): Promise<EncodedProject> {
  const { encoder, plain, names } = input;
  if (names.length === 0 || !encoder.extend || !encoder.countIn) return plain;
  const found = await findRows(input);
  const contents = found.map(({ content }) => content);
  const frequencies = encoder.countIn(names, contents);
  const encoderState = encoder.extend(plain.encoderState, names, frequencies);
  const columns = plain.features.sparse.columns + names.length;
  const fresh = await encoder.encode(encoderState, contents);
  const features: Features = replaceRows(
    plain.features,
    found.map(({ row }) => row),
    { ...fresh, sparse: { ...fresh.sparse, columns } },
  );
  return {
    ...plain,
    features,
    encoderState,
    fingerprint: `${plain.fingerprint}+${names.join('\u0000')}`,
  };
}

/** Rows that may have one of the names: those with all letters of its first word in a row. */
async function findRows({ storage, projectId, plain, names }: ExtendInput) {
  const heads = names.map((name) => name.split(' ')[0] ?? name);
  const found = [];
  const rowOf = rowsById(plain.ids);
  const total = plain.sampled?.total ?? plain.ids.length;
  for await (const items of itemBatches({ storage, projectId }, 0, total)) {
    for (const { content, id } of items) {
      const row = rowOf.get(id);
      if (row === undefined || content.kind !== 'text') continue;
      const text = content.text.normalize('NFC').toLowerCase();
      if (heads.some((head) => text.includes(head))) found.push({ row, content });
    }
  }
  return found.sort((a, b) => a.row - b.row);
}
