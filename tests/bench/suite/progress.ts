/** Says what is being measured and how long the rest is likely to take. */
import type { Cell } from './cells.ts';
import type { SuiteSet } from './sets.ts';

/** In the app an answer is durable, learned and settled, and a browser starts first. */
const APP_FACTOR = 2;
const BROWSER_SECONDS = 15;
const FULL_ANSWERS = 200;
const SCRIPT_SECONDS = 240;

/** Seconds a cell takes by rule of thumb; only their proportions count once some are measured. */
export function guessSeconds(cell: Cell, setOf: (id: string) => SuiteSet): number {
  if (cell.kind === 'script') return SCRIPT_SECONDS;
  const { secondsPerAnswer } = setOf(cell.set);
  if (cell.kind === 'full') return FULL_ANSWERS * secondsPerAnswer;
  const own = cell.labels * secondsPerAnswer;
  return cell.kind === 'curve' ? own : BROWSER_SECONDS + APP_FACTOR * own;
}

export interface TimeLeft {
  /** A cell that was guessed at so many seconds took so many. */
  done(guessed: number, took: number): void;
  /** Seconds for cells guessed at so many. */
  estimate(guessed: number): number;
}

/** The guesses, scaled by how far they were off so far. */
export function createTimeLeft(): TimeLeft {
  let guessedSoFar = 0;
  let tookSoFar = 0;
  return {
    done(guessed, took) {
      guessedSoFar += guessed;
      tookSoFar += took;
    },
    estimate: (guessed) => (guessedSoFar > 0 ? (guessed * tookSoFar) / guessedSoFar : guessed),
  };
}

/** "0.4 s", "40 s", "7 min", "2 h 5 min". */
export function inWords(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
