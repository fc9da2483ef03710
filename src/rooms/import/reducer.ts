/** The import room as a state machine: (state, change) -> state. Pure; effects live in `wizard.ts`. */
import type {
  ColumnRole,
  ImportProgress,
  ImportReport,
  LabelScan,
  MediaOptions,
  Preview,
  PreviewOptions,
  SourceInput,
} from '../../../workers/api.ts';
import type { ColumnType, LabelMode, ProjectId } from '../../domain/records.ts';
import {
  type DraftContext,
  type DraftPatch,
  draftsFromLines,
  draftsFromScan,
  patchDraft,
} from './class-drafts.ts';
import {
  carryRoles,
  columnsWith,
  type Roles,
  rolesForColumns,
  rolesForMode,
  rolesFromGuesses,
  rolesOfModality,
  withRole,
} from './roles.ts';
import { guessSeparator } from './separator.ts';
import { existingClasses, startState, type WizardState } from './state.ts';

export type Change =
  | { readonly type: 'reset' }
  | { readonly type: 'sources'; readonly sources: readonly SourceInput[]; readonly name: string }
  | { readonly type: 'options'; readonly patch: PreviewOptions }
  | { readonly type: 'previewed'; readonly preview: Preview }
  | { readonly type: 'preview-failed'; readonly message: string }
  | { readonly type: 'modality'; readonly modality: string }
  | { readonly type: 'column-type'; readonly column: string; readonly columnType: ColumnType }
  | { readonly type: 'window'; readonly windowMs: number | null }
  | { readonly type: 'role'; readonly column: string; readonly role: ColumnRole }
  | { readonly type: 'mode'; readonly mode: LabelMode }
  | { readonly type: 'separator'; readonly separator: string }
  | { readonly type: 'scan-started' }
  | { readonly type: 'scanned'; readonly scan: LabelScan }
  | { readonly type: 'scan-failed'; readonly message: string }
  | { readonly type: 'scan-dropped' }
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'draft'; readonly id: string; readonly patch: DraftPatch }
  | { readonly type: 'duplicates'; readonly duplicates: 'skip' | 'keep' }
  | { readonly type: 'media'; readonly patch: MediaOptions }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'run-started' }
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'cancelling' }
  | { readonly type: 'run-done'; readonly report: ImportReport; readonly projectId: ProjectId }
  | { readonly type: 'run-failed'; readonly message: string }
  | { readonly type: 'run-cancelled' }
  | { readonly type: 'run-reset' };

type ChangeOf<T extends Change['type']> = Extract<Change, { type: T }>;
type Handlers = {
  readonly [T in Change['type']]: (state: WizardState, change: ChangeOf<T>) => WizardState;
};

const handlers: Handlers = {
  reset: (state) => startState(state.target),
  sources: (state, { sources, name }) => ({
    ...startState(state.target),
    sources,
    name: state.target?.name ?? name,
    duplicates: state.duplicates,
    media: state.media,
    typed: state.typed,
    drafts: state.drafts.filter((draft) => draft.value === null),
    preview: { status: 'loading' },
  }),
  options: (state, { patch }) => ({
    ...state,
    options: { ...state.options, ...patch },
    preview: { status: 'loading' },
  }),
  previewed: (state, { preview }) => withPreview(state, preview),
  'preview-failed': (state, { message }) => ({ ...state, preview: { status: 'failed', message } }),
  modality: (state, { modality }) => withModality(state, modality),
  'column-type': (state, { column, columnType }) => ({
    ...state,
    types: { ...state.types, [column]: columnType },
  }),
  window: (state, { windowMs }) => ({ ...state, windowMs }),
  role: (state, { column, role }) => ({
    ...state,
    roles: withRole(state.roles, { column, role, mode: state.mode }),
  }),
  mode: (state, { mode }) => ({ ...state, mode, roles: rolesForMode(state.roles, mode) }),
  separator: (state, { separator }) => ({ ...state, separator }),
  'scan-started': (state) => ({ ...state, scan: { status: 'loading' } }),
  scanned: (state, { scan }) => ({
    ...state,
    scan: { status: 'ready', value: scan },
    drafts: draftsFromScan(scan, contextOf(state)),
  }),
  'scan-failed': (state, { message }) => ({ ...state, scan: { status: 'failed', message } }),
  'scan-dropped': (state) => ({
    ...state,
    scan: { status: 'none' },
    drafts: state.drafts.filter((draft) => draft.value === null),
  }),
  typed: (state, { text }) => ({
    ...state,
    typed: text,
    drafts: draftsFromLines(text, contextOf(state)),
  }),
  draft: (state, { id, patch }) => ({ ...state, drafts: patchDraft(state.drafts, id, patch) }),
  duplicates: (state, { duplicates }) => ({ ...state, duplicates }),
  media: (state, { patch }) => ({ ...state, media: { ...state.media, ...patch } }),
  name: (state, { name }) => ({ ...state, name }),
  'run-started': (state) => ({
    ...state,
    run: { status: 'running', progress: null, cancelling: false },
  }),
  progress: (state, { progress }) =>
    state.run.status === 'running' ? { ...state, run: { ...state.run, progress } } : state,
  cancelling: (state) =>
    state.run.status === 'running' ? { ...state, run: { ...state.run, cancelling: true } } : state,
  'run-done': (state, { report, projectId }) => ({
    ...state,
    run: { status: 'done', report, projectId },
  }),
  'run-failed': (state, { message }) => ({ ...state, run: { status: 'failed', message } }),
  'run-cancelled': (state) => ({ ...state, run: { status: 'cancelled' } }),
  'run-reset': (state) => ({ ...state, run: { status: 'idle' } }),
};

const contextOf = (state: WizardState): DraftContext => ({
  previous: state.drafts,
  existing: existingClasses(state),
});

/** A new reading: roles by guess unless the columns are the same as before; separator by guess. */
function withPreview(state: WizardState, preview: Preview): WizardState {
  const isNewFile = Object.keys(state.roles).length === 0;
  const modality = modalityOf(state, preview, isNewFile);
  const guessed = rolesFor(state, preview, modality);
  const roles = carryRoles(guessed, state.roles);
  const labelColumns = columnsWith(roles, 'label', 'oracle');
  const separator = isNewFile ? guessSeparator(preview, labelColumns) : state.separator;
  // Only where nothing is fixed yet may the file decide that items can have several labels.
  const mode = state.target === null && isNewFile && separator !== null ? 'multi' : state.mode;
  return {
    ...state,
    preview: { status: 'ready', value: preview },
    modality,
    roles: rolesForMode(roles, mode),
    mode,
    separator: separator ?? state.separator,
  };
}

/** A live table takes the columns it has, and no others. */
function rolesFor(state: WizardState, preview: Preview, modality: string): Roles {
  const guessed = rolesOfModality(rolesFromGuesses(preview, state.mode), modality);
  const columns = state.target?.settings.columns;
  return columns ? rolesForColumns(guessed, columns) : guessed;
}

/** A live project has its kind of item; a file read anew keeps the one that was chosen. */
function modalityOf(state: WizardState, { modalities }: Preview, isNewFile: boolean): string {
  if (state.target) return state.target.modality;
  const isPossible = modalities.includes(state.modality);
  return isNewFile || !isPossible ? (modalities[0] ?? 'text') : state.modality;
}

/** Texts are read, rows are compared: the same columns play other parts. */
function withModality(state: WizardState, modality: string): WizardState {
  if (state.preview.status !== 'ready' || state.target !== null) return state;
  return { ...state, modality, roles: rolesFor(state, state.preview.value, modality) };
}

export function reduce(state: WizardState, change: Change): WizardState {
  const handler = handlers[change.type] as (state: WizardState, change: Change) => WizardState;
  return handler(state, change);
}
