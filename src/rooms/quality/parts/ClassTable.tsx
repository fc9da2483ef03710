import { useSignal } from '@preact/signals';
import type { ClassQuality } from '../../../../workers/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import type { ReportProps } from '../props.ts';
import { sayFigure } from '../say-figure.ts';
import { strings } from '../strings.ts';
import { Scrolled } from './Scrolled.tsx';

/** More rows than these are shown on request. */
const SHOWN = 12;
const NAMED = 5;

export function ClassTable(props: ReportProps) {
  const { report } = props;
  const isAll = useSignal(false);
  if (!report.audit) return null;
  const rows = isAll.value ? report.classes : report.classes.slice(0, SHOWN);
  return (
    <section class="quality-section" aria-labelledby="quality-classes">
      <h2 id="quality-classes">{strings.classes.title}</h2>
      <p class="quality-quiet">{strings.classes.lead}</p>
      <Scrolled label={strings.classes.region}>
        <table class="quality-table">
          <thead>
            <tr>
              <th scope="col">{strings.classes.name}</th>
              <th scope="col">{strings.classes.learned}</th>
              <th scope="col">{strings.classes.precision}</th>
              <th scope="col">{strings.classes.recall}</th>
              <th scope="col">{strings.classes.f1}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((own) => (
              <Row key={own.classId} {...props} own={own} />
            ))}
          </tbody>
        </table>
      </Scrolled>
      {rows.length < report.classes.length && (
        <Button
          onClick={() => {
            isAll.value = true;
          }}
        >
          {strings.classes.all(report.classes.length)}
        </Button>
      )}
      <Missing {...props} />
    </section>
  );
}

function Row({ session, nameOf, own }: ReportProps & { readonly own: ClassQuality }) {
  const name = nameOf(own.classId);
  const definition = session.project.value.classes.find(({ id }) => id === own.classId);
  return (
    <tr>
      <th scope="row">
        <span class="quality-class">
          <ClassMark colour={definition?.colour ?? 0} letter={name.slice(0, 1)} size={20} />
          <span dir="auto">{name}</span>
        </span>
      </th>
      <td>{own.learned}</td>
      <td>{sayFigure(own.precision)}</td>
      <td>{sayFigure(own.recall)}</td>
      <td>{sayFigure(own.f1)}</td>
    </tr>
  );
}

/** Classes that no audit answer has: their silence is no good sign. */
function Missing({ report, nameOf }: ReportProps) {
  const missing = report.classes.filter(({ recall }) => recall === null);
  if (missing.length === 0) return null;
  const names = missing.map(({ classId }) => nameOf(classId)).join(', ');
  return (
    <p class="quality-quiet">
      {missing.length <= NAMED
        ? strings.classes.missing(names)
        : strings.classes.missingMany(missing.length)}
    </p>
  );
}
