/** Where the points or items come from, as parts of an address. */
import type { RaceSource, ToyModel } from '../../../../workers/api.ts';
import type { ProjectId } from '../../../domain/records.ts';
import { toyById } from '../../../samples/toy/index.ts';
import { fraction, type Parts, percent, whole } from './parts.ts';
import { readPoints, writePoints } from './points-link.ts';
import { FIRST_TOY, LIMITS } from './scene.ts';

export function writeSource(source: RaceSource): readonly string[] {
  if (source.kind === 'sample') return [`sample.${source.id}`];
  if (source.kind === 'project') return [`project.${source.id}`];
  const model = `model.${source.model}`;
  if (source.kind === 'drawn') return [`drawn.${writePoints(source.points)}`, model];
  const { id, count, noise, balance } = source;
  return [
    `data.${id}`,
    `points.${count}`,
    `noise.${percent(noise)}`,
    `balance.${percent(balance)}`,
    model,
  ];
}

/** What is missing or makes no sense is as in the first toy set. */
export function readSource(parts: Parts): RaceSource {
  const model: ToyModel = parts.get('model') === 'straight' ? 'straight' : 'curved';
  const sample = parts.get('sample');
  if (sample) return { kind: 'sample', id: sample };
  const project = parts.get('project');
  if (project) return { kind: 'project', id: project as ProjectId };
  const drawn = parts.get('drawn');
  if (drawn !== undefined) return { kind: 'drawn', points: readPoints(drawn), model };
  const toy = toyById(parts.get('data') ?? '');
  return {
    kind: 'toy',
    id: toy?.id ?? FIRST_TOY.id,
    count: whole(parts.get('points'), LIMITS.count) ?? FIRST_TOY.count,
    noise: fraction(parts.get('noise')) ?? FIRST_TOY.noise,
    balance: Math.max(0.02, fraction(parts.get('balance')) ?? FIRST_TOY.balance),
    model,
  };
}
