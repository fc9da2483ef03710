import type { Services } from '../../../engine/services.ts';
import type { RaceShow } from '../race/race-show.ts';
import { strings } from '../strings.ts';
import { LaneFields } from './LaneFields.tsx';
import { PhaseNote } from './PhaseNote.tsx';
import { RaceChart } from './RaceChart.tsx';
import { Transport } from './Transport.tsx';

interface RaceStageProps {
  readonly services: Services;
  readonly show: RaceShow;
  readonly isPresenting: boolean;
}

/** The race itself: curves, planes, and the way through it. */
export function RaceStage({ services, show, isPresenting }: RaceStageProps) {
  const theme = services.preferences.theme.value;
  const hasPlane = Boolean(show.stage.value?.points);
  return (
    <>
      <div class="race-stage" data-plane={hasPlane}>
        <RaceChart show={show} look={`${theme} ${isPresenting}`} />
        <LaneFields show={show} theme={theme} />
      </div>
      <Transport show={show} />
      <PhaseNote show={show} />
      {hasPlane && <p class="race-legend">{strings.field.legend}</p>}
    </>
  );
}
