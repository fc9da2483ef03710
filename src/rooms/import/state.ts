/** What the import room remembers while a file is being looked at. Pure data. */
import type {
  ImportProgress,
  ImportReport,
  LabelScan,
  MediaOptions,
  Preview,
  PreviewOptions,
  SourceInput,
} from '../../../workers/api.ts';
import type {
  ClassDefinition,
  ColumnType,
  ImportPurpose,
  LabelMode,
  Project,
  ProjectId,
} from '../../domain/records.ts';
import type { ClassDraft } from './class-drafts.ts';
import type { Roles } from './roles.ts';
import { DEFAULT_SEPARATOR } from './separator.ts';

export type Loading<T> =
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly message: string };

export type RunState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly progress: ImportProgress | null;
      readonly cancelling: boolean;
    }
  | { readonly status: 'done'; readonly report: ImportReport; readonly projectId: ProjectId }
  | { readonly status: 'failed'; readonly message: string }
  | { readonly status: 'cancelled' };

export interface WizardState {
  /** The live project that gets more items, or null for a new one. */
  readonly target: Project | null;
  readonly sources: readonly SourceInput[];
  readonly options: PreviewOptions;
  readonly preview: Loading<Preview>;
  /** What an item is: a key of the modality registry. */
  readonly modality: string;
  /** Sounds: the length recordings are cut into, in milliseconds; null = whole. */
  readonly windowMs: number | null;
  readonly roles: Roles;
  /** Tables: types that the person corrected, by column. */
  readonly types: Readonly<Record<string, ColumnType>>;
  readonly mode: LabelMode;
  readonly separator: string;
  readonly scan: Loading<LabelScan>;
  readonly typed: string;
  readonly drafts: readonly ClassDraft[];
  readonly duplicates: 'skip' | 'keep';
  /** Choices about pictures and recordings. */
  readonly media: MediaOptions;
  readonly name: string;
  /** What comes in is to be decided about. */
  readonly purpose: ImportPurpose | null;
  readonly run: RunState;
}

export const existingClasses = (state: WizardState): readonly ClassDefinition[] =>
  state.target?.classes ?? [];

export const startState = (
  target: Project | null,
  purpose: ImportPurpose | null = null,
): WizardState => ({
  purpose,
  target,
  sources: [],
  options: {},
  preview: { status: 'none' },
  modality: target?.modality ?? 'text',
  windowMs: target?.settings.sound?.windowMs ?? null,
  roles: {},
  types: {},
  mode: target?.mode ?? 'single',
  separator: DEFAULT_SEPARATOR,
  scan: { status: 'none' },
  typed: '',
  drafts: [],
  duplicates: 'skip',
  media: {},
  name: target?.name ?? '',
  run: { status: 'idle' },
});
