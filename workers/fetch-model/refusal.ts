import type { FetchProblem } from '../fetch-model-api.ts';

/** Thrown inside this folder alone; it leaves as a value. */
export class Refusal extends Error {
  constructor(readonly problem: FetchProblem) {
    super(problem.kind);
  }
}
