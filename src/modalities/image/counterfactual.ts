/**
 * The smallest place whose pixels, replaced, flip the answer: by those of a picture with another
 * answer at the same place (Goyal et al. 2019), or by the mean of the rest. Swapping a rectangle
 * changes the score by the difference of what its cells add in the two pictures, up to the patches
 * that straddle its border; so all rectangles are ranked at once from two tables, and the promising
 * ones are checked by a full forward pass of the pasted pixels, smallest first.
 */
import type { ItemContent, Region, RegionPatch } from '../../domain/records.ts';
import type {
  CounterfactualKind,
  CounterfactualRequest,
  CounterfactualResult,
  FoundCounterfactual,
  RegionChange,
} from '../explain-contract.ts';
import { type Goal, goalOf, toForward } from '../forward.ts';
import type { CellScores } from './cell-scores.ts';
import { keyOfSwap, placeInKey } from './change-key.ts';
import { applyPatches } from './edited.ts';
import { type Raster, resize } from './raster.ts';
import {
  areaOf,
  createSums,
  overlap,
  type Rectangle,
  rectanglesOf,
  regionOf,
} from './rectangles.ts';
import { type PictureScorer, patchScorer } from './scorer.ts';
import type { ImageState } from './state.ts';

/** Places larger than that share of the picture are another picture. */
const MOST_SHARE = 0.5;
/** Forward passes of one search, and how many are made together. */
const MOST_TRIED = 160;
const TOGETHER = 16;
const MOST_DONORS = 3;
/** Two proposals whose places share more than that say the same. */
const SAME_PLACE = 0.25;
/** Rectangles whose estimate falls short by so much (of the margin to be overcome) are tried too. */
const SLACK = 0.2;

type ImageRequest = CounterfactualRequest<Raster>;
type ImageFill = {
  readonly raster: Raster;
  readonly patch: RegionPatch['fill'];
  readonly name: string;
};

interface Search {
  readonly scorer: PictureScorer;
  readonly request: ImageRequest;
  readonly content: Extract<ItemContent, { kind: 'image' }>;
  /** At the side of the project. */
  readonly raster: Raster;
  readonly own: CellScores;
  readonly scores: Float64Array;
  readonly goal: Goal;
  tried: number;
}

interface Candidate {
  readonly kind: CounterfactualKind;
  readonly rectangle: Rectangle;
  readonly region: Region;
  readonly fill: ImageFill;
  /** Estimated margin after the swap: below 0 = flips. */
  readonly margin: number;
}

export function findCounterfactuals(
  state: ImageState,
  request: ImageRequest,
): Promise<CounterfactualResult> {
  return searchBy(patchScorer(state, request.tools), request);
}

export async function searchBy(
  scorer: PictureScorer,
  request: ImageRequest,
): Promise<CounterfactualResult> {
  const { content, head } = request;
  if (content.kind !== 'image') return { found: [], tried: 0 };
  const raster = scorer.toSide(request.input);
  const scores = (await scorer.scoreAll([raster], head))[0] as Float64Array;
  const goal = goalOf({ scores }, request);
  if (!goal) return { found: [], tried: 0 };
  const own = await scorer.cellScores(raster, head);
  const search: Search = { scorer, request, content, raster, own, scores, goal, tried: 0 };
  const candidates: Candidate[] = [];
  for (const kind of request.kinds)
    for (const fill of await fillsOf(search, kind))
      candidates.push(...(await rankFill(search, kind, fill)));
  candidates.sort((a, b) => areaOf(a.rectangle) - areaOf(b.rectangle) || a.margin - b.margin);
  return { found: await verifyAll(search, candidates), tried: search.tried };
}

async function fillsOf(search: Search, kind: CounterfactualKind): Promise<readonly ImageFill[]> {
  const { raster, request, content } = search;
  if (kind === 'delete') {
    const whole = { x: 0, y: 0, width: 1, height: 1 };
    const fill = { kind: 'mean' as const };
    return [
      { raster: applyPatches(raster, [{ region: whole, fill }], new Map()), patch: fill, name: '' },
    ];
  }
  const donors = (await request.donors?.()) ?? [];
  return donors.slice(0, MOST_DONORS).flatMap((donor): readonly ImageFill[] => {
    if (donor.content.kind !== 'image' || donor.content.blob === content.blob) return [];
    // What is pasted is the stored file of the other item, so its own edits would be lost.
    if ((donor.content.patches ?? []).length > 0) return [];
    return [
      {
        raster: donor.input,
        patch: { kind: 'item', blob: donor.content.blob },
        name: donor.content.name,
      },
    ];
  });
}

/** Rectangles that may flip the answer when filled so. */
async function rankFill(
  search: Search,
  kind: CounterfactualKind,
  fill: ImageFill,
): Promise<readonly Candidate[]> {
  const { scorer, request, raster, own, scores, goal, content } = search;
  const { classes, grid } = own;
  const shaped = resize(fill.raster, raster.width, raster.height);
  const other = await scorer.cellScores(shaped, request.head);
  const differences = own.scores.map((value, i) => (other.scores[i] as number) - value);
  const sumOf = createSums(differences, grid, classes);
  const most = Math.floor(grid.columns * grid.rows * MOST_SHARE);
  const short = SLACK * goal.margin(scores);
  const bans = [...request.banned].flatMap((key) => placeInKey(key) ?? []);
  return rectanglesOf(grid, most).flatMap((rectangle) => {
    const sums = sumOf(rectangle);
    const margin = goal.margin(scores.map((score, c) => score + (sums[c] as number)));
    if (margin >= short) return [];
    const region = regionOf(rectangle, grid);
    const isBanned =
      request.banned.has(keyOfSwap(content.name, region, fill.name)) ||
      bans.some((ban) => ban.removed === content.name && overlap(ban.region, region) > SAME_PLACE);
    return isBanned ? [] : [{ kind, rectangle, region, fill, margin }];
  });
}

/** Checks the candidates in order, some together, until enough are found that differ in place. */
async function verifyAll(
  search: Search,
  candidates: readonly Candidate[],
): Promise<readonly FoundCounterfactual[]> {
  const found: { readonly region: Region; readonly proof: FoundCounterfactual }[] = [];
  const isNew = ({ region }: Candidate): boolean =>
    found.every((one) => overlap(one.region, region) <= SAME_PLACE);
  let next = 0;
  while (found.length < search.request.count && search.tried < MOST_TRIED) {
    const batch: Candidate[] = [];
    for (; next < candidates.length && batch.length < TOGETHER; next++) {
      const candidate = candidates[next] as Candidate;
      if (isNew(candidate)) batch.push(candidate);
    }
    if (batch.length === 0) break;
    const proofs = await verify(search, batch);
    batch.forEach((candidate, i) => {
      const proof = proofs[i];
      if (proof && found.length < search.request.count && isNew(candidate))
        found.push({ region: candidate.region, proof });
    });
  }
  return found.map(({ proof }) => proof);
}

/** By a full forward pass of the changed picture; null where the answer stands. */
async function verify(
  search: Search,
  batch: readonly Candidate[],
): Promise<readonly (FoundCounterfactual | null)[]> {
  const { scorer, request, content, goal } = search;
  const contents = batch.map(
    ({ region, fill }): ItemContent => ({
      ...content,
      patches: [...(content.patches ?? []), { region, fill: fill.patch }],
    }),
  );
  const rasters: Raster[] = [];
  for (const [i, candidate] of batch.entries())
    rasters.push(await changedRaster(search, candidate, contents[i] as ItemContent));
  search.tried += batch.length;
  const scores = await scorer.scoreAll(rasters, request.head);
  return batch.map(({ kind, region, rectangle, fill }, i) => {
    const own = scores[i] as Float64Array;
    if (goal.margin(own) >= 0) return null;
    const change: RegionChange = { kind: 'region', region, removed: content.name, put: fill.name };
    return {
      kind,
      content: contents[i] as ItemContent,
      changes: [change],
      probabilities: toForward(own, request.mode).probabilities,
      // One cell is the smallest place that is looked at.
      isProvedMinimal: areaOf(rectangle) === 1,
    };
  });
}

/** As the encoder would read the stored copy; without files (in tests) by pasting small pictures. */
async function changedRaster(
  { scorer, request, raster }: Search,
  { region, fill }: Candidate,
  content: ItemContent,
): Promise<Raster> {
  if (request.load) return scorer.toSide(await request.load(content));
  const { patch } = fill;
  const pictures = new Map(patch.kind === 'item' ? [[patch.blob, fill.raster]] : []);
  return applyPatches(raster, [{ region, fill: patch }], pictures);
}
