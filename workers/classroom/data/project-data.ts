/** Races on a person's own project: its answered items are pool and test, their answers the truth. */
import type { ProjectId } from '../../../src/domain/records.ts';
import { foldEvents } from '../../../src/domain/state.ts';
import { TRAINED } from '../../../src/modalities/trained/facts.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { openChosenEngine } from '../../learn/session/backends.ts';
import { chooseEncoder } from '../../learn/session/choose-encoder.ts';
import { deviceMemory } from '../../learn/session/device-memory.ts';
import { ensureEncoded } from '../../learn/session/encoding/ensure-encoded.ts';
import { limitsFor } from '../../learn/session/encoding/sample.ts';
import { createInputs, toolsOf } from '../../learn/session/inputs.ts';
import { collectLabels, type RowLabel } from '../../learn/session/labels.ts';
import { rowsById } from '../../learn/session/persistence.ts';
import { type RaceDataOf, RaceRefused } from '../race-data.ts';
import { readOnly } from '../read-only.ts';
import { selectRows } from '../select-rows.ts';
import { itemData } from './item-data.ts';

/** A third of fewer answers would be a test that says nothing. */
export const FEWEST_ANSWERS = 60;

export interface ProjectSource {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly onProgress: (fraction: number) => void;
}

/** Throws `RaceRefused` where the project is gone or has too few answers. Writes nothing. */
export async function projectData(source: ProjectSource): Promise<RaceDataOf> {
  const storage = readOnly(source.storage);
  const { projectId } = source;
  const state = foldEvents(await storage.events.of(projectId));
  if (!state) throw new RaceRefused('This project is not on this device.');
  const { project } = state;
  refuseFew(state.labels.size + (await givenCount(storage, projectId)));
  const encoded = await encode(storage, project, source.onProgress);
  const { ids, given, unread } = encoded;
  const labels = collectLabels({ state, ids, rowOf: rowsById(ids), given, unread });
  const known = [...labels.training, ...labels.audit]
    .filter(({ classes }) => project.mode === 'multi' || classes.length === 1)
    .sort((a, b) => a.row - b.row);
  refuseFew(known.length);
  return itemData({
    features: selectRows(
      encoded.features,
      known.map(({ row }) => row),
    ),
    truth: known.map(ascending),
    classNames: labels.classIds.map(
      (id) => project.classes.find((one) => one.id === id)?.name ?? id,
    ),
    mode: project.mode,
  });
}

const ascending = ({ classes }: RowLabel): readonly number[] => classes.toSorted((a, b) => a - b);

/** Called before the encoding as well, which may take a while. */
function refuseFew(answers: number): void {
  if (answers >= FEWEST_ANSWERS) return;
  throw new RaceRefused(
    `A race needs at least ${FEWEST_ANSWERS} answered items, since a third of them is kept as a test; this project has ${answers}. Label some more and come back.`,
  );
}

async function givenCount(storage: Storage, projectId: ProjectId): Promise<number> {
  const row = await storage.projects.get(projectId);
  return row?.summary.given ?? 0;
}

/** A network that learned from these very answers would know the test before it is set. */
function withoutLearned(project: Parameters<typeof chooseEncoder>[1]) {
  const { settings } = project;
  const isLearned = settings.encoder?.startsWith(TRAINED) ?? false;
  return isLearned ? { ...project, settings: { ...settings, encoder: '' } } : project;
}

async function encode(
  storage: Storage,
  project: Parameters<typeof chooseEncoder>[1] & { readonly seed: number },
  onProgress: (fraction: number) => void,
) {
  const engine = await openChosenEngine(storage);
  const chosen = await chooseEncoder(storage, withoutLearned(project));
  try {
    const { encoder } = chosen;
    return await ensureEncoded({
      storage,
      projectId: project.id,
      encoder,
      inputs: createInputs(encoder, storage, project.id).tryRead,
      tools: toolsOf(engine),
      project,
      limits: limitsFor(deviceMemory()),
      onProgress,
    });
  } finally {
    chosen.dispose();
    engine.dispose();
  }
}
