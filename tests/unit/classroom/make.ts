/** Races in Node, by the worker's own code. */

import { drawnData, toyData } from '../../../workers/classroom/data/plane-data.ts';
import { runRace } from '../../../workers/classroom/race.ts';
import type { RaceFrame, RaceMessage, RaceRequest } from '../../../workers/classroom-api.ts';

export async function raceOf(request: RaceRequest): Promise<readonly RaceMessage[]> {
  const { source } = request;
  if (source.kind !== 'toy' && source.kind !== 'drawn') throw new Error('no plane');
  const dataOf = source.kind === 'toy' ? toyData(source) : drawnData(source.points, source.model);
  const messages: RaceMessage[] = [];
  await runRace(request, {
    dataOf,
    emit: (message) => void messages.push(message),
    breathe: async () => undefined,
  });
  return messages;
}

export function framesOf(messages: readonly RaceMessage[]): readonly RaceFrame[] {
  return messages.filter((message) => message.kind === 'frame');
}
