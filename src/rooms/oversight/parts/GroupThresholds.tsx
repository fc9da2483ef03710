import type { GroupThreshold } from '../../../domain/trust/group-thresholds.ts';
import { DEFAULT_ROUTING } from '../../../domain/trust/settings.ts';
import { Field } from '../../../ui/Field.tsx';
import { percent } from '../../../ui/percent.ts';
import { Select } from '../../../ui/Select.tsx';
import { ruleGroups } from '../group-rule.ts';
import type { ChosenSlice, OversightProps } from '../props.ts';
import { runChange } from '../run-setting.ts';
import { strings } from '../strings.ts';

const { fairness: words } = strings;
const LEAST = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99] as const;
const AS_OTHERS = '';

/** How sure the model must be to decide for a group by itself: real through the routing settings. */
export function GroupThresholds(props: OversightProps & { readonly slice: ChosenSlice }) {
  const { session, slice } = props;
  const routing = session.project.value.settings.routing ?? DEFAULT_ROUTING;
  const { groups: standing = [] } = routing;
  const names = ruleGroups(slice.report);
  if (names.length === 0) return null;
  const set = (value: string, chosen: string): void => {
    const least = chosen === AS_OTHERS ? null : Number(chosen);
    const command = { type: 'set-group-threshold', field: slice.field, value, least } as const;
    void runChange(props, command, words.thresholdDone(value));
  };
  return (
    <>
      <h4>{words.thresholds}</h4>
      <p class="oversight-quiet">{words.thresholdWarning}</p>
      <p class="oversight-quiet">
        {routing.accept.kind === 'promise' ? words.thresholdPromise : words.thresholdByHand}
      </p>
      <div class="oversight-fields">
        {names.map((value) => (
          <Field key={value} label={value}>
            <Select
              value={chosenOf(standing, slice.field, value)}
              onChange={(chosen) => set(value, chosen)}
              options={[
                { value: AS_OTHERS, label: words.thresholdAsOthers },
                ...LEAST.map((share) => ({
                  value: String(share),
                  label: words.thresholdAbove(percent(share)),
                })),
              ]}
            />
          </Field>
        ))}
      </div>
    </>
  );
}

function chosenOf(standing: readonly GroupThreshold[], field: string, value: string): string {
  const own = standing.find((one) => one.field === field && one.value === value);
  return own ? String(own.least) : AS_OTHERS;
}
