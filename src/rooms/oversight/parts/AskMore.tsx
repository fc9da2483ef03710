import { useSignal } from '@preact/signals';
import type { Focus } from '../../../domain/focus.ts';
import { progress } from '../../../domain/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { ChosenSlice, OversightProps } from '../props.ts';
import { runSetting } from '../run-setting.ts';
import { strings } from '../strings.ts';
import { ItemList } from './ItemList.tsx';

const { fairness: words } = strings;
const COUNTS = [20, 50, 100] as const;
const SHARE = 0.5;

/** The group that is known worst: questions steered to it, or its items one by one. */
export function AskMore(props: OversightProps & { readonly slice: ChosenSlice }) {
  const { services, session, slice } = props;
  const isOpen = useSignal(false);
  const { ask } = slice.report;
  if (!ask || ask.itemIds.length === 0) return null;
  return (
    <>
      <p dir="auto">{words.ask(ask.group)}</p>
      <Steer {...props} ask={ask} />
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

interface SteerProps extends OversightProps {
  readonly slice: ChosenSlice;
  readonly ask: NonNullable<ChosenSlice['report']['ask']>;
}

/** What is left over after the largest groups has no value of its own to go by. */
const isNamed = (group: string): boolean => group !== '(others)';

function Steer({ services, session, slice, ask }: SteerProps) {
  const count = useSignal<number>(COUNTS[0]);
  if (!isNamed(ask.group)) return null;
  const start = (): void => {
    const focus: Focus = {
      field: slice.field,
      group: ask.group,
      range: ask.range,
      share: SHARE,
      count: count.value,
      from: progress(session.state.value).decisions,
    };
    void runSetting({ services, session }, { focus }, words.steered(ask.group, count.value));
  };
  return (
    <>
      <p class="oversight-quiet">{words.steerHint}</p>
      <div class="oversight-fields">
        <Field label={words.steerFor}>
          <Select
            value={String(count.value)}
            onChange={(next) => {
              count.value = Number(next);
            }}
            options={COUNTS.map((n) => ({ value: String(n), label: words.steerCount(n) }))}
          />
        </Field>
      </div>
      <Button onClick={start}>{words.steer}</Button>
    </>
  );
}
