import { proposed } from '../evidence.ts';
import { keepAnswer } from './keep-answer.ts';
import { atTemperature, type Base } from './temperature.ts';

/** At the temperature, after what is taken back of the weights of classes; the answer stays. */
export function atBase(probabilities: ArrayLike<number>, { temperature, shifts }: Base): number[] {
  if (!shifts) return atTemperature(probabilities, temperature);
  const scaled = atTemperature(probabilities, temperature, shifts);
  return keepAnswer(scaled, proposed(probabilities).index);
}
