/** One row of a file as an item of a project, or the reason why it cannot be one. */
import { monotonicFactory } from 'ulid';
import type { ClassId, ImportId, Item, ItemId } from '../../src/domain/records.ts';
import type { SourceRow } from '../../src/formats/format.ts';
import type { ColumnRole, ImportPlan } from '../api.ts';
import { contentHash } from './content-hash.ts';
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
  const { plan, importId } = context;
  const columns = Object.entries(plan.roles);
  const named = (role: ColumnRole): string[] =>
    columns.filter(([, own]) => own === role).map(([name]) => name);
  const text = named('content')
    .map((name) => values[name] ?? '')
    .filter((cell) => cell !== '')
    .join(JOINT);
  if (text.trim() === '') return { problem: 'the content is empty' };
  const given = readClasses(values, named('label'), plan);
  if ('problem' in given) return given;
  const oracle = readClasses(values, named('oracle'), plan);
  if ('problem' in oracle) return oracle;
  const [idColumn] = named('id');
  const externalId =
    (idColumn ? values[idColumn] : undefined) || (context.isWholeFile ? context.fileName : null);
  return {
    id: nextId() as ItemId,
    projectId: plan.projectId,
    hash: contentHash(text),
    externalId,
    content: { kind: 'text', text },
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
