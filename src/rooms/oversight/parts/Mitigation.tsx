import { useSignal } from '@preact/signals';
import type { ReweighingReport } from '../../../../workers/api.ts';
import { DEFAULT_ROUTING } from '../../../domain/trust/settings.ts';
import { Button } from '../../../ui/Button.tsx';
import { messageOf } from '../../shared/message-of.ts';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import { ruleFor, ruleGroups } from '../group-rule.ts';
import type { ChosenSlice, OversightProps } from '../props.ts';
import { strings } from '../strings.ts';
import { ItemList } from './ItemList.tsx';
import { Reweighed } from './Reweighed.tsx';

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
      <Reweigh {...props} />
    </>
  );
}

function AskMore({ services, session, slice }: MitigationProps) {
  const isOpen = useSignal(false);
  const { ask } = slice.report;
  if (!ask || ask.itemIds.length === 0) return null;
  return (
    <>
      <p dir="auto">{words.ask(ask.group)}</p>
      <Button
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {isOpen.value ? strings.drift.hide : words.askNow(ask.itemIds.length)}
      </Button>
      {isOpen.value && (
        <ItemList services={services} session={session} itemIds={ask.itemIds} isToAnswer />
      )}
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

function Reweigh({ services, session, slice, nameOf }: MitigationProps) {
  const result = useSignal<ReweighingReport | null>(null);
  const isBusy = useSignal(false);
  const measure = async (): Promise<void> => {
    isBusy.value = true;
    try {
      const { classId, field } = slice;
      const outcome = await session.learnerClient.reweighing({ classId, field });
      if (!outcome.ok) throw new Error(outcome.error.message);
      result.value = outcome.value;
    } catch (error) {
      services.notify({ tone: 'bad', text: strings.failed(messageOf(error)) });
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <>
      <h4>{words.reweigh}</h4>
      <p class="oversight-quiet">{words.reweighHint}</p>
      <Button busy={isBusy.value} onClick={() => void measure()}>
        {isBusy.value ? words.reweighing : words.reweighNow}
      </Button>
      {result.value && <Reweighed report={result.value} name={nameOf(slice.classId)} />}
    </>
  );
}
