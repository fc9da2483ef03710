/** One head at its optimum: labelled rows, virtual rows and priors in, weights out. */
import { fitSigned } from './fit-signed.ts';
import { type Fit, type FitInput, fitUnder } from './fit-under.ts';

export { DUAL_LIMIT, type Fit, type FitInput, type WarmStart } from './fit-under.ts';

export function fitHead(input: FitInput): Fit {
  const hasSigns = input.priors.some(({ signs }) => signs?.some((sign) => sign !== 0));
  return hasSigns ? fitSigned(input) : fitUnder(input, []);
}
