import { activeClasses } from '../../../domain/state.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Field } from '../../../ui/Field.tsx';
import { percent } from '../../../ui/percent.ts';
import { Select } from '../../../ui/Select.tsx';
import type { TrustProps } from '../props.ts';
import { strings } from '../strings.ts';
import { GroupList } from './GroupList.tsx';
import { Rules } from './Rules.tsx';

const { expert: words } = strings;
const BELOW = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] as const;
const FROM = [0.05, 0.1, 0.2, 0.3, 0.5] as const;
const SPOT = [0, 0.02, 0.05, 0.1, 0.2] as const;
const options = (shares: readonly number[]) =>
  shares.map((share) => ({ value: String(share), label: percent(share) }));

/** What the model never decides: doubt, stakes, rules; and the spot checks. */
export function Experts(props: TrustProps) {
  const { routing, change, session } = props;
  return (
    <section class="trust-section" aria-labelledby="trust-expert">
      <h2 id="trust-expert">{words.title}</h2>
      <div class="trust-fields">
        <Field label={words.below}>
          <Select
            value={String(routing.escalateBelow)}
            onChange={(value) => void change({ escalateBelow: Number(value) })}
            options={options(BELOW)}
          />
        </Field>
        <Field label={words.stakesFrom}>
          <Select
            value={String(routing.stakesFrom)}
            onChange={(value) => void change({ stakesFrom: Number(value) })}
            options={options(FROM)}
          />
        </Field>
        <Field label={words.spot} hint={words.spotHint}>
          <Select
            value={String(routing.spotCheckShare)}
            onChange={(value) => void change({ spotCheckShare: Number(value) })}
            options={options(SPOT)}
          />
        </Field>
      </div>
      <fieldset class="trust-stakes">
        <legend>{words.stakes}</legend>
        {activeClasses(session.project.value).map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            value={routing.stakes.includes(id)}
            onChange={(isIn) =>
              void change({
                stakes: isIn
                  ? [...routing.stakes, id]
                  : routing.stakes.filter((other) => other !== id),
              })
            }
          />
        ))}
      </fieldset>
      <Rules {...props} />
      <GroupList {...props} />
    </section>
  );
}
