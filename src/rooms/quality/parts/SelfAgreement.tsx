import {
  openDisagreements,
  type RepeatPair,
  selfAgreement,
} from '../../../domain/evaluation/self-agreement.ts';
import { repeatShareOf } from '../../../domain/repeats.ts';
import { Interval } from '../../../ui/Interval.tsx';
import { percent } from '../../../ui/percent.ts';
import type { QualityProps } from '../props.ts';
import { strings } from '../strings.ts';
import { Disagreements } from './Disagreements.tsx';

/** How often a person says the same again, and what they said differently. */
export function SelfAgreement(props: QualityProps) {
  const { state, project } = props.session;
  const { share, kappa, pairs } = selfAgreement(state.value);
  const words = strings.self;
  const repeats = repeatShareOf(project.value.settings);
  const differing = pairs.filter(({ isSame }) => !isSame);
  return (
    <section class="quality-section" aria-labelledby="quality-self">
      <h2 id="quality-self">{words.title}</h2>
      <p class="quality-quiet">{words.lead}</p>
      {share ? (
        <Interval label={words.label} {...share} />
      ) : (
        <p>{repeats === 0 ? words.off : words.none(percent(repeats))}</p>
      )}
      {kappa !== null && <p class="quality-quiet">{words.kappa(kappa.toFixed(2))}</p>}
      <Differing {...props} pairs={differing} />
    </section>
  );
}

function Differing({ pairs, ...props }: QualityProps & { readonly pairs: readonly RepeatPair[] }) {
  const open = openDisagreements(pairs);
  if (open.length > 0) return <Disagreements {...props} pairs={open} />;
  return pairs.length > 0 ? <p>{strings.self.allSettled(pairs.length)}</p> : null;
}
