import { useSignal } from '@preact/signals';
import type { ConfusionReport } from '../../../../workers/api.ts';
import type { ClassId } from '../../../domain/records.ts';
import { activeClasses } from '../../../domain/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { messageOf } from '../../shared/message-of.ts';
import type { OversightProps } from '../props.ts';
import { strings } from '../strings.ts';
import { Gaps } from './Gaps.tsx';
import { GroupTable } from './GroupTable.tsx';
import { Mitigation } from './Mitigation.tsx';
import { StandingMeasures } from './StandingMeasures.tsx';

const { fairness: words } = strings;

interface FairnessProps extends OversightProps {
  readonly report: ConfusionReport;
}

export function Fairness(props: FairnessProps) {
  const { report } = props;
  return (
    <section class="oversight-section" aria-labelledby="oversight-fairness">
      <h2 id="oversight-fairness">{words.title}</h2>
      <p class="oversight-quiet">{words.lead}</p>
      <StandingMeasures {...props} />
      {report.audits === 0 && <p>{words.noAudits}</p>}
      {report.fields.length === 0 && <p>{words.noFields}</p>}
      {report.audits > 0 && report.fields.length > 0 && <Slices {...props} />}
    </section>
  );
}

function Slices(props: FairnessProps) {
  const { services, session, seen, report } = props;
  const classes = activeClasses(session.project.value);
  // What is rare is what is looked for, and it is listed last more often than first.
  const classId = useSignal<string>(classes.at(-1)?.id ?? '');
  const field = useSignal(report.fields[0] ?? '');
  const isBusy = useSignal(false);
  const look = async (): Promise<void> => {
    isBusy.value = true;
    const query = { classId: classId.value as ClassId, field: field.value };
    try {
      const outcome = await session.learnerClient.fairness(query);
      if (!outcome.ok) throw new Error(outcome.error.message);
      seen.slice.value = { ...query, report: outcome.value };
    } catch (error) {
      services.notify({ tone: 'bad', text: strings.failed(messageOf(error)) });
    } finally {
      isBusy.value = false;
    }
  };
  const slice = seen.slice.value;
  return (
    <>
      <div class="oversight-fields">
        <Field label={words.class}>
          <Select
            value={classId.value}
            onChange={(next) => {
              classId.value = next;
            }}
            options={classes.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label={words.field}>
          <Select
            value={field.value}
            onChange={(next) => {
              field.value = next;
            }}
            options={report.fields.map((name) => ({ value: name, label: name }))}
          />
        </Field>
      </div>
      <Button variant="primary" busy={isBusy.value} onClick={() => void look()}>
        {isBusy.value ? words.looking : words.look}
      </Button>
      {slice && (
        <div class="oversight-section" key={`${slice.classId} ${slice.field}`}>
          <GroupTable {...props} slice={slice} />
          <Gaps slice={slice} />
          <Mitigation {...props} slice={slice} />
        </div>
      )}
    </>
  );
}
