import type { TrustReport } from '../../../../workers/api.ts';
import { percent } from '../../../ui/percent.ts';
import { strings } from '../strings.ts';

const { sets: words } = strings;

/** Conformal sets: another view of doubt, with a guarantee of its own. */
export function PredictionSets({ report }: { readonly report: TrustReport }) {
  const { coverage, meanSize, single } = report.sets;
  return (
    <section class="trust-section" aria-labelledby="trust-sets">
      <h2 id="trust-sets">{words.title}</h2>
      <p class="trust-quiet">{words.words(percent(coverage))}</p>
      {meanSize === null || single === null ? (
        <p>{words.none}</p>
      ) : (
        <p>
          {words.size(meanSize.toFixed(1), report.poolSize)} {words.single(percent(single))}
        </p>
      )}
    </section>
  );
}
