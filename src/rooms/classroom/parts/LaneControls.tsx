import type { LaneSetup } from '../../../../workers/api.ts';
import { queryStrategies } from '../../../domain/query/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { laneName } from '../race/lane-name.ts';
import { MOST_LANES } from '../scene/scene.ts';
import { strings } from '../strings.ts';
import { LaneMark } from './LaneFields.tsx';

interface LaneControlsProps {
  readonly lanes: readonly LaneSetup[];
  readonly onChange: (lanes: readonly LaneSetup[]) => void;
}

const STRATEGIES = Object.values(queryStrategies).map(({ id, label, hint }) => ({
  value: id as string,
  label,
  hint,
}));

/** Two to four lanes, each a strategy and the way it begins. */
export function LaneControls({ lanes, onChange }: LaneControlsProps) {
  const words = strings.race;
  const change = (lane: number, part: Partial<LaneSetup>): void =>
    onChange(lanes.map((one, i) => (i === lane ? { ...one, ...part } : one)));
  return (
    <fieldset class="lane-controls">
      <legend>{words.lanes}</legend>
      {lanes.map((setup, lane) => (
        <div class="lane-control" key={lane}>
          <LaneMark lane={lane} />
          <Select
            aria-label={words.lane(lane + 1)}
            value={setup.strategy}
            options={STRATEGIES}
            onChange={(strategy) => change(lane, { strategy })}
          />
          <Select
            aria-label={words.start(lane + 1)}
            value={setup.start}
            options={(['random', 'spread'] as const).map((value) => ({
              value,
              label: words.starts[value],
            }))}
            onChange={(start) => change(lane, { start: start as LaneSetup['start'] })}
          />
          {lanes.length > 2 && (
            <IconButton
              icon="close"
              label={words.removeLane(laneName(lanes, lane))}
              onClick={() => onChange(lanes.filter((_, i) => i !== lane))}
            />
          )}
        </div>
      ))}
      {lanes.length < MOST_LANES && (
        <Button icon="plus" onClick={() => onChange([...lanes, nextLane(lanes)])}>
          {words.addLane}
        </Button>
      )}
    </fieldset>
  );
}

/** The first strategy that does not race yet. */
function nextLane(lanes: readonly LaneSetup[]): LaneSetup {
  const free = STRATEGIES.find(({ value }) => !lanes.some(({ strategy }) => strategy === value));
  return { strategy: free?.value ?? 'random', start: 'random' };
}
