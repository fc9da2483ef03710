import { DEFAULT_ROUTING } from '../../../domain/trust/settings.ts';
import { Button } from '../../../ui/Button.tsx';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import { ruleFor, ruleGroups } from '../group-rule.ts';
import type { ChosenSlice, OversightProps } from '../props.ts';
import { strings } from '../strings.ts';
import { AskMore } from './AskMore.tsx';
import { GroupThresholds } from './GroupThresholds.tsx';
import { Reweigh } from './Reweigh.tsx';

const { fairness: words } = strings;

interface MitigationProps extends OversightProps {
  readonly slice: ChosenSlice;
}

export function Mitigation(props: MitigationProps) {
  return (
    <>
      <h3>{words.mitigate}</h3>
      <AskMore {...props} />
      <PersonDecides {...props} />
      <GroupThresholds {...props} />
      <Reweigh {...props} />
    </>
  );
}

/** Real through the routing rules: whatever the model thinks, a person decides. */
function PersonDecides({ services, session, slice }: MitigationProps) {
  const routing = session.project.value.settings.routing ?? DEFAULT_ROUTING;
  const { field } = slice;
  const add = async (group: string): Promise<void> => {
    const rule = ruleFor(field, group, services.ids.next());
    const patch = { routing: { ...routing, rules: [...routing.rules, rule] } };
    const command = { type: 'change-settings' as const, patch };
    const said = words.ruleDone(field, group);
    const refusal = await runWithUndo({ services, session, command, said });
    if (refusal) services.notify({ tone: 'bad', text: refusal });
  };
  const groups = ruleGroups(slice.report);
  if (groups.length === 0) return null;
  return (
    <>
      <h4>{words.rule}</h4>
      <p class="oversight-quiet">{words.ruleHint}</p>
      <div class="oversight-row">
        {groups.map((group) => {
          const isThere = routing.rules.some(
            (rule) => rule.field === field && rule.test === 'equals' && rule.value === group,
          );
          if (isThere) return <span key={group}>{words.ruleThere(group)}</span>;
          return (
            <Button key={group} onClick={() => void add(group)}>
              {words.ruleNow(group)}
            </Button>
          );
        })}
      </div>
    </>
  );
}
