/** A race: the same data, first questions and oracle for every lane, answer by answer, seed by seed. */
import type { RaceMessage, RaceRequest, RaceStage } from '../classroom-api.ts';
import { createLane, type Lane } from './lane.ts';
import { createOracle } from './oracle.ts';
import type { RaceData, RaceDataOf } from './race-data.ts';

export interface RaceContext {
  readonly dataOf: RaceDataOf;
  readonly emit: (message: RaceMessage) => void;
  /** Lets other calls in between answers; rejects when the race was called off. */
  readonly breathe: () => Promise<void>;
}

/** Pure but for `breathe`: equal requests emit equal messages. */
export async function runRace(request: RaceRequest, context: RaceContext): Promise<void> {
  for (let run = 0; run < request.seeds; run++) {
    const data = await context.dataOf(request.seed + run);
    if (run === 0) context.emit(stageOf(request, data));
    const lanes = createLanes(request, data, run);
    try {
      await runLanes({ lanes, run, labels: mostLabels(request, data) }, context);
    } finally {
      for (const lane of lanes) lane.dispose();
    }
  }
}

interface Run {
  readonly lanes: readonly Lane[];
  readonly run: number;
  readonly labels: number;
}

async function runLanes(
  { lanes, run, labels }: Run,
  { emit, breathe }: RaceContext,
): Promise<void> {
  for (let n = 0; n < labels; n++)
    for (const [lane, one] of lanes.entries()) {
      const step = await one.step();
      if (step) emit({ kind: 'frame', run, lane, ...step });
      await breathe();
    }
}

function createLanes(request: RaceRequest, data: RaceData, run: number): readonly Lane[] {
  const seed = request.seed + run;
  const { startCount, wrong } = request;
  const { truth, mode, classNames } = data;
  const oracle = createOracle({ truth, classes: classNames.length, mode, wrong, seed });
  return request.lanes.map((setup) =>
    createLane({ data, setup, seed, startCount, oracle, isDrawn: run === 0 }),
  );
}

function mostLabels(request: RaceRequest, data: RaceData): number {
  return Math.min(request.labels, data.pool.length);
}

function stageOf(request: RaceRequest, data: RaceData): RaceStage {
  const { classNames, mode, pool, test, plane, truth } = data;
  return {
    kind: 'stage',
    classNames,
    mode,
    pool: pool.length,
    test: test.length,
    labels: mostLabels(request, data),
    points: plane && {
      places: plane.places.slice(0, pool.length * 2),
      truth: Uint8Array.from(truth.slice(0, pool.length), (own) => own[0] ?? 0),
      classes: classNames.length,
    },
  };
}
