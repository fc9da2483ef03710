/**
 * Which place of a sound, filled by the mean or by what another sound has there, changes the answer.
 * The effect of every cell of the lattice is measured alone; rectangles are tried in the order of
 * their size where the sum of their cells promises a flip, so that the first found is small. Each
 * find is checked by encoding the changed sound anew.
 */
import type { RegionPatch, SoundContent } from '../../domain/records.ts';
import type {
  CounterfactualKind,
  CounterfactualRequest,
  CounterfactualResult,
  Donor,
  FoundCounterfactual,
  RegionChange,
} from '../explain-contract.ts';
import { placeOf } from '../explain-contract.ts';
import { type Goal, goalOf, scoresOf, toForward } from '../forward.ts';
import { keyOfPlace } from './change-key.ts';
import { type SoundState, soundEncoder } from './encode.ts';
import { breathe } from './explain.ts';
import type { SoundInput } from './input.ts';
import {
  cellsOf,
  columnsFor,
  indicesIn,
  type Rectangle,
  rectanglesUpTo,
  regionOf,
  sizeOf,
} from './lattice.ts';
import type { LogMel } from './log-mel.ts';
import { createOcclusion, type Occlusion, spectrogramIn } from './occlusion.ts';

type Request = CounterfactualRequest<SoundInput>;

/** A third of the lattice: beyond, it is another sound. */
const MOST_CELLS = 16;
/** Sounds asked for what they have at a place. */
const MOST_DONORS = 3;
/** Rectangles tried in full for each source. */
const MOST_TRIES = 24;
/** Share of the flip that the cells alone must promise: together they may do more. */
const PROMISE = 0.7;

/** Where the filling comes from. */
interface Source {
  readonly donor: Donor<SoundInput> | null;
  readonly spectrogram: LogMel | null;
}

interface Search {
  readonly state: SoundState;
  readonly request: Request;
  readonly content: SoundContent;
  readonly probe: Occlusion;
  readonly goal: Goal;
  readonly columns: number;
  tried: number;
}

interface Candidate {
  readonly source: Source;
  readonly place: Rectangle;
}

export async function findCounterfactuals(
  state: SoundState,
  request: Request,
): Promise<CounterfactualResult> {
  const { content, input, head } = request;
  const none = { found: [], tried: 0 };
  if (content.kind !== 'sound' || input.samples.length === 0) return none;
  const probe = createOcclusion(state, input, head);
  const goal = goalOf({ scores: probe.scores }, request);
  if (!goal) return none;
  const columns = columnsFor(probe.frames);
  const search: Search = { state, request, content, probe, goal, columns, tried: 0 };
  const found: FoundCounterfactual[] = [];
  for (const kind of request.kinds) {
    const rounds = roundsOf(kind, request);
    if (rounds > 0) found.push(...(await searchKind(search, kind, rounds)));
  }
  return { found, tried: search.tried };
}

/** Where both kinds are asked for, what another sound has there gets the larger half. */
function roundsOf(kind: CounterfactualKind, { count, kinds }: Request): number {
  if (kinds.length < 2) return count;
  const deletions = Math.floor(count / 2);
  return kind === 'delete' ? deletions : count - deletions;
}

async function searchKind(
  search: Search,
  kind: CounterfactualKind,
  rounds: number,
): Promise<readonly FoundCounterfactual[]> {
  const flips: { candidate: Candidate; strongest: number; isSmallest: boolean }[] = [];
  for (const source of await sourcesOf(search, kind)) {
    flips.push(...(await flipsFrom(search, source, rounds)));
  }
  flips.sort((a, b) => sizeOf(a.candidate.place) - sizeOf(b.candidate.place));
  const found: FoundCounterfactual[] = [];
  const spared = new Set<number>();
  for (const { candidate, strongest, isSmallest } of flips) {
    if (found.length >= rounds) break;
    // Several that differ: what one of them hangs on, the next leaves alone.
    if (indicesIn(candidate.place, search.columns).some((cell) => spared.has(cell))) continue;
    const one = await verify(search, kind, candidate);
    if (!one) continue;
    found.push({ ...one, isProvedMinimal: isSmallest });
    spared.add(strongest);
  }
  return found;
}

async function sourcesOf(
  { state, request, content }: Search,
  kind: CounterfactualKind,
): Promise<readonly Source[]> {
  if (kind === 'delete') return [{ donor: null, spectrogram: null }];
  const donors = (await request.donors?.()) ?? [];
  return (
    donors
      .filter((donor) => donor.content.kind === 'sound' && donor.content.blob !== content.blob)
      .slice(0, MOST_DONORS)
      // Of a changed copy only the original can be named by its file.
      .map((donor) => ({
        donor,
        spectrogram: spectrogramIn(state, { ...donor.input, patches: [] }),
      }))
  );
}

/** Places that flip the answer with this filling, smallest first, none around the strongest cell of another. */
async function flipsFrom(search: Search, source: Source, rounds: number) {
  const { columns, goal, probe } = search;
  const cells = cellsOf(columns);
  const start = goal.margin(probe.scores);
  const effects: number[] = [];
  for (const cell of cells) {
    effects.push(start - marginWith(search, source, cell));
    if (cell.right === columns) await breathe();
  }
  const spared = new Set<number>();
  const found: { candidate: Candidate; strongest: number; isSmallest: boolean }[] = [];
  let tries = 0;
  for (const place of rectanglesUpTo(MOST_CELLS, columns)) {
    if (found.length >= rounds || tries >= MOST_TRIES) break;
    const own = indicesIn(place, columns);
    if (own.some((cell) => spared.has(cell)) || isBanned(search, { source, place })) continue;
    const promised = own.reduce((sum, cell) => sum + (effects[cell] as number), 0);
    if (promised < PROMISE * start) continue;
    tries += 1;
    const isFlipped = own.length === 1 ? promised > start : marginWith(search, source, place) < 0;
    if (!isFlipped) continue;
    const strongest = own.reduce((a, b) =>
      (effects[b] as number) > (effects[a] as number) ? b : a,
    );
    found.push({ candidate: { source, place }, strongest, isSmallest: own.length === 1 });
    spared.add(strongest);
    await breathe();
  }
  return found;
}

function marginWith(search: Search, { spectrogram }: Source, place: Rectangle): number {
  search.tried += 1;
  const { goal, probe, columns } = search;
  return goal.margin(probe.scoresWith(regionOf(place, columns), spectrogram));
}

function changeOf({ columns }: Search, { source, place }: Candidate): RegionChange {
  return {
    kind: 'region',
    region: regionOf(place, columns),
    removed: '',
    put: source.donor?.itemId ?? '',
  };
}

function isBanned(search: Search, candidate: Candidate): boolean {
  const { banned } = search.request;
  if (banned.size === 0) return false;
  const change = changeOf(search, candidate);
  return banned.has(keyOfPlace(placeOf(change) ?? '', change.put));
}

/** By a full forward pass of the changed sound; null when the flip was only rounding. */
async function verify(
  search: Search,
  kind: CounterfactualKind,
  candidate: Candidate,
): Promise<Omit<FoundCounterfactual, 'isProvedMinimal'> | null> {
  const { state, request, goal, content: original } = search;
  const { donor } = candidate.source;
  const change = changeOf(search, candidate);
  if (donor && donor.content.kind !== 'sound') return null;
  const added: RegionPatch = {
    region: change.region,
    fill:
      donor?.content.kind === 'sound'
        ? { kind: 'item', blob: donor.content.blob }
        : { kind: 'mean' },
  };
  const content = { ...original, patches: [...(original.patches ?? []), added] };
  const input = await readChanged(request, content, {
    region: change.region,
    donor: donor?.input ?? null,
  });
  const features = await soundEncoder.encode(state, [input]);
  const { scores, probabilities } = toForward(scoresOf(features, 0, request.head), request.mode);
  if (goal.margin(scores) >= 0) return null;
  return { kind, content, changes: [change], probabilities };
}

async function readChanged(
  { input, load }: Request,
  content: SoundContent,
  added: SoundInput['patches'][number],
): Promise<SoundInput> {
  if (load) return load(content);
  return { ...input, patches: [...input.patches, added] };
}
