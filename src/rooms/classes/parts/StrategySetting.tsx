import { useState } from 'preact/hooks';
import { byFamily } from '../../../domain/query/families.ts';
import { queryStrategies } from '../../../domain/query/index.ts';
import type { QueryStrategy } from '../../../domain/query/strategy.ts';
import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { Choices } from './Choices.tsx';

const ALL = Object.values<QueryStrategy>(queryStrategies);
const GROUPS = byFamily(ALL);

/**
 * Every strategy under what it goes by; the group of the one in use stands open at first. Each group has
 * radio buttons of its own, so that the keyboard reaches those where nothing is chosen.
 */
export function StrategySetting({ services, session }: ClassesProps) {
  const { strategy } = session.project.value.settings;
  const { settings } = strings;
  const current = ALL.find(({ id }) => id === strategy);
  const [opened] = useState(current?.family);
  return (
    <section class="classes-strategies" aria-label={settings.strategy}>
      <h2>{settings.strategy}</h2>
      {current && <p class="classes-quiet">{settings.strategyNow(current.label)}</p>}
      {GROUPS.map(({ family, strategies }) => {
        const { title, hint } = settings.strategyFamilies[family];
        return (
          <details key={family} open={family === opened}>
            <summary>
              {title}
              <span class="classes-quiet">{hint}</span>
            </summary>
            <Choices
              label={title}
              isLabelHidden
              value={strategy}
              options={strategies.map((one) => ({ ...one, value: one.id }))}
              onChange={(value) => void changeSettings({ services, session }, { strategy: value })}
            />
          </details>
        );
      })}
    </section>
  );
}
