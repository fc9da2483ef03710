import { useSignal } from '@preact/signals';
import type { RoutingRule } from '../../../domain/trust/settings.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { fieldsOf } from '../fields-of.ts';
import type { TrustProps } from '../props.ts';
import { ruleProblem, sayRule } from '../rules.ts';
import { strings } from '../strings.ts';

const { expert: words } = strings;
const entries = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export function Rules(props: TrustProps) {
  const { routing, change } = props;
  return (
    <div class="trust-rules">
      <h3>{words.rules}</h3>
      {routing.rules.length === 0 && <p class="trust-quiet">{words.noRules}</p>}
      <ul>
        {routing.rules.map((rule) => (
          <li key={rule.id}>
            <span>{sayRule(rule)}</span>
            <IconButton
              icon="trash"
              label={words.remove(sayRule(rule))}
              onClick={() =>
                void change({ rules: routing.rules.filter(({ id }) => id !== rule.id) })
              }
            />
          </li>
        ))}
      </ul>
      <AddRule {...props} />
    </div>
  );
}

function AddRule({ services, session, routing, change }: TrustProps) {
  const field = useSignal('');
  const test = useSignal<RoutingRule['test']>('contains');
  const value = useSignal('');
  const route = useSignal<RoutingRule['route']>('escalate');
  const problem = useSignal<string | null>(null);
  const add = (event: Event): void => {
    event.preventDefault();
    problem.value = ruleProblem(test.value, value.value);
    if (problem.value) return;
    const rule: RoutingRule = {
      id: services.ids.next(),
      field: field.value || null,
      test: test.value,
      value: value.value.trim(),
      route: route.value,
    };
    void change({ rules: [...routing.rules, rule] });
    value.value = '';
  };
  return (
    <form class="trust-fields" onSubmit={add}>
      <Field label={words.field}>
        <Select
          value={field.value}
          onChange={(next) => {
            field.value = next;
          }}
          options={[{ value: '', label: words.itself }, ...fieldsOf(session.project.value)]}
        />
      </Field>
      <Field label={words.test}>
        <Select
          value={test.value}
          onChange={(next) => {
            test.value = next as RoutingRule['test'];
          }}
          options={entries(words.tests)}
        />
      </Field>
      <Field label={words.value} error={problem.value}>
        <TextInput
          value={value.value}
          onChange={(next) => {
            value.value = next;
          }}
        />
      </Field>
      <Field label={words.goes}>
        <Select
          value={route.value}
          onChange={(next) => {
            route.value = next as RoutingRule['route'];
          }}
          options={entries(words.routes)}
        />
      </Field>
      <Button type="submit" icon="plus">
        {words.add}
      </Button>
    </form>
  );
}
