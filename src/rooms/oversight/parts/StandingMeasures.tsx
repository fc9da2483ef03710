import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { OversightProps } from '../props.ts';
import { runChange } from '../run-setting.ts';
import { type StandingMeasure, standingMeasures } from '../standing-measures.ts';
import { strings } from '../strings.ts';

const { fairness: words } = strings;

/** What is in force for groups, each with a way to end it. Nothing where nothing is. */
export function StandingMeasures(props: OversightProps) {
  const measures = standingMeasures(props.session.state.value, props.nameOf);
  if (measures.length === 0) return null;
  return (
    <>
      <h3>{words.standing}</h3>
      {measures.map((one) => (
        <Notice key={one.key} tone="plain" actions={<End {...props} measure={one} />}>
          {one.words}
        </Notice>
      ))}
    </>
  );
}

function End(props: OversightProps & { readonly measure: StandingMeasure }) {
  const { measure } = props;
  return (
    <Button
      aria-label={words.endNamed(measure.words)}
      onClick={() => void runChange(props, measure.end, words.ended)}
    >
      {words.end}
    </Button>
  );
}
