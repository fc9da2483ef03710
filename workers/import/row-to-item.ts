/** One row of a file as an item of a project, or the reason why it cannot be one. */
import { monotonicFactory } from 'ulid';
import { isEmptyContent } from '../../src/domain/content.ts';
import type { ClassId, ImportId, Item, ItemContent, ItemId } from '../../src/domain/records.ts';
import type { SourceRow } from '../../src/formats/format.ts';
import { hashOfContent } from '../../src/modalities/content-hash.ts';
import type { ColumnRole, ImportPlan } from '../api.ts';
import { splitLabels } from './label-cell.ts';

/** In the order of the rows, which the disk writes fastest. */
const nextId = monotonicFactory();
/** Content cells of one row are joined by a blank line. */
const JOINT = '\n\n';
const NAMES_SHOWN = 8;

export interface RowContext {
  readonly plan: ImportPlan;
  readonly importId: ImportId;
  readonly fileName: string;
  /** File name as external id: one item per file. */
  readonly isWholeFile: boolean;
}

export type RowOutcome = Omit<Item, 'ordinal'> | { readonly problem: string };

export function rowToItem({ values }: SourceRow, context: RowContext): RowOutcome {
  const { plan, importId, isWholeFile, fileName } = context;
  const content = contentOfRow(values, plan);
  if (isEmptyContent(content)) return { problem: 'the content is empty' };
  const externalId = isWholeFile ? fileName : null;
  return toItem({ values, content, hash: hashOfContent(content), plan, importId, externalId });
}

function contentOfRow(values: SourceRow['values'], plan: ImportPlan): ItemContent {
  const columns = columnsWith(plan, 'content');
  if (plan.modality === 'table') {
    const cells = Object.fromEntries(columns.map((name) => [name, values[name] ?? '']));
    return { kind: 'table', cells };
  }
  const cells = columns.map((name) => values[name] ?? '').filter((cell) => cell !== '');
  return { kind: 'text', text: cells.join(JOINT) };
}

function columnsWith({ roles }: ImportPlan, role: ColumnRole): readonly string[] {
  return Object.keys(roles).filter((name) => roles[name] === role);
}

export interface ItemInput {
  /** The row with its labels, id and fields. */
  readonly values: SourceRow['values'];
  readonly content: ItemContent;
  readonly hash: string;
  readonly plan: ImportPlan;
  readonly importId: ImportId;
  /** Where the row itself names none. */
  readonly externalId: string | null;
}

export function toItem(input: ItemInput): RowOutcome {
  const { values, content, hash, plan, importId } = input;
  const named = (role: ColumnRole): readonly string[] => columnsWith(plan, role);
  const given = readClasses(values, named('label'), plan);
  if ('problem' in given) return given;
  const oracle = readClasses(values, named('oracle'), plan);
  if ('problem' in oracle) return oracle;
  const [idColumn] = named('id');
  const externalId = (idColumn ? values[idColumn] : undefined) || input.externalId;
  return {
    id: nextId() as ItemId,
    projectId: plan.projectId,
    hash,
    externalId,
    content,
    fields: Object.fromEntries(named('field').map((name) => [name, values[name] ?? ''])),
    given: given.classes,
    oracle: oracle.classes,
    importId,
  };
}

type Classes = { readonly classes: readonly ClassId[] | null } | { readonly problem: string };

/** An empty cell is an item without a label; an unknown name makes the row bad. */
function readClasses(
  values: Readonly<Record<string, string>>,
  columns: readonly string[],
  plan: ImportPlan,
): Classes {
  const names = columns.flatMap((column) => splitLabels(values[column] ?? '', plan.labelSeparator));
  if (names.length === 0) return { classes: null };
  const ids = names.map((name) =>
    Object.hasOwn(plan.classes, name) ? plan.classes[name] : undefined,
  );
  const unknown = names[ids.indexOf(undefined)];
  if (unknown !== undefined) {
    const known = Object.keys(plan.classes);
    const shown =
      known.slice(0, NAMES_SHOWN).join(', ') + (known.length > NAMES_SHOWN ? ', …' : '');
    return {
      problem: `the label “${unknown.slice(0, 80)}” is not a class of this project (${shown})`,
    };
  }
  return { classes: [...new Set(ids as ClassId[])] };
}
