import type { ImportId, ImportPurpose } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision } from './decision.ts';

export interface RecordImport {
  readonly type: 'record-import';
  readonly importId: ImportId;
  readonly source: string;
  readonly format: string;
  readonly added: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly purpose?: ImportPurpose;
  readonly from?: number;
}

export function recordImport(
  state: ProjectState,
  { type: _, ...fields }: RecordImport,
  context: CommandContext,
): Decision {
  return accept(state.project.id, context, {
    type: 'items-imported',
    ...fields,
  });
}
