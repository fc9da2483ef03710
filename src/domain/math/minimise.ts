/**
 * Where a function of one number is least in [low, high]: golden section search (Kiefer 1953).
 * Exact for functions with one valley; of several valleys it finds one.
 */
const RATIO = (Math.sqrt(5) - 1) / 2;
const TOLERANCE = 1e-9;

export function minimise(value: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let left = b - RATIO * (b - a);
  let right = a + RATIO * (b - a);
  let atLeft = value(left);
  let atRight = value(right);
  while (b - a > TOLERANCE) {
    if (atLeft <= atRight) {
      b = right;
      right = left;
      atRight = atLeft;
      left = b - RATIO * (b - a);
      atLeft = value(left);
    } else {
      a = left;
      left = right;
      atLeft = atRight;
      right = a + RATIO * (b - a);
      atRight = value(right);
    }
  }
  return (a + b) / 2;
}
