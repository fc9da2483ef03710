/** A scene as the rest of an address, and back. What an address does not say is as in `base`. */
import type { LaneSetup } from '../../../../workers/api.ts';
import { queryStrategies } from '../../../domain/query/index.ts';
import { fraction, type Parts, percent, splitParts, whole } from './parts.ts';
import { FIRST_SCENE, LIMITS, MOST_LANES, type Scene, SPEEDS } from './scene.ts';
import { readSource, writeSource } from './source-link.ts';

/** Seeds, and rows of a set: any number of nine digits. */
const ANY = { least: 0, most: 999_999_999 } as const;

export function writeScene(scene: Scene): string {
  const { source, lanes, seed, seeds, startCount, labels, wrong, measure, speed, at, said } = scene;
  return [
    ...writeSource(source),
    `lanes.${lanes.map(writeLane).join('.')}`,
    `seed.${seed}`,
    `seeds.${seeds}`,
    `start.${startCount}`,
    `labels.${labels}`,
    `wrong.${percent(wrong)}`,
    `measure.${measure}`,
    `speed.${speed}`,
    `at.${at}`,
    ...(said.length > 0 ? [`said.${said.map(({ row, said: c }) => `${row}-${c}`).join('_')}`] : []),
  ].join('/');
}

const writeLane = ({ strategy, start }: LaneSetup): string =>
  start === 'spread' ? `${strategy}~spread` : strategy;

export function readScene(path: string, base: Scene = FIRST_SCENE): Scene {
  const parts = splitParts(path);
  const measure = parts.get('measure');
  const speed = whole(parts.get('speed'), ANY);
  return {
    source: namesSource(parts) ? readSource(parts) : base.source,
    lanes: readLanes(parts.get('lanes')) ?? base.lanes,
    seed: whole(parts.get('seed'), ANY) ?? base.seed,
    seeds: whole(parts.get('seeds'), LIMITS.seeds) ?? base.seeds,
    startCount: whole(parts.get('start'), LIMITS.start) ?? base.startCount,
    labels: whole(parts.get('labels'), LIMITS.labels) ?? base.labels,
    wrong: fraction(parts.get('wrong')) ?? base.wrong,
    measure: measure === 'right' || measure === 'macro-f1' ? measure : base.measure,
    speed: speed !== undefined && SPEEDS.includes(speed) ? speed : base.speed,
    at: whole(parts.get('at'), { least: 0, most: LIMITS.labels.most }) ?? base.at,
    said: readSaid(parts.get('said')) ?? base.said,
  };
}

function namesSource(parts: Parts): boolean {
  return ['data', 'drawn', 'sample', 'project'].some((key) => parts.has(key));
}

/** Strategies that this version does not know are left out. */
function readLanes(text: string | undefined): readonly LaneSetup[] | undefined {
  const lanes = (text ?? '').split('.').flatMap((one): LaneSetup[] => {
    const [strategy = '', start] = one.split('~');
    if (!Object.hasOwn(queryStrategies, strategy)) return [];
    return [{ strategy, start: start === 'spread' ? 'spread' : 'random' }];
  });
  return lanes.length > 0 ? lanes.slice(0, MOST_LANES) : undefined;
}

function readSaid(text: string | undefined): Scene['said'] | undefined {
  if (text === undefined) return undefined;
  return text.split('_').flatMap((one) => {
    const [row, said] = one.split('-').map((part) => whole(part, ANY));
    return row === undefined || said === undefined || said > 3 ? [] : [{ row, said }];
  });
}
