import type { Proposal } from '../../../../workers/api.ts';
import type { ClassId, Item, QualityFigure } from '../../../domain/records.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import { ClassMark } from '../../../ui/ClassMark.tsx';
import { Interval } from '../../../ui/Interval.tsx';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import type { Comparing } from '../comparing.ts';
import { strings } from '../strings.ts';

interface ComparisonProps {
  readonly session: ProjectSession;
  readonly done: Extract<Comparing, { step: 'done' }>;
}

export function Comparison({ session, done }: ComparisonProps) {
  const { a, b, result } = done;
  return (
    <div class="models-comparison">
      <p class="models-big" role="status">
        {result.differing === 0
          ? strings.compare.agree
          : strings.compare.differing(result.differing, result.pool)}
      </p>
      <h3>{strings.compare.quality}</h3>
      <div class="models-pair">
        <Quality name={a.name} figure={result.qualityA} />
        <Quality name={b.name} figure={result.qualityB} />
      </div>
      {result.examples.length > 0 && <Examples session={session} done={done} />}
    </div>
  );
}

interface QualityProps {
  readonly name: string;
  readonly figure: QualityFigure | null;
}

function Quality({ name, figure }: QualityProps) {
  if (figure === null || figure.n === 0) {
    return <p class="models-quiet">{strings.compare.notMeasured(name)}</p>;
  }
  const { value, low, high, n } = figure;
  return <Interval value={value} low={low} high={high} n={n} label={name} />;
}

function Examples({ session, done }: ComparisonProps) {
  const { a, b, result, items } = done;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section class="models-table" tabIndex={0} aria-label={strings.compare.examples}>
      <table>
        <caption>{strings.compare.examples}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.compare.item}</th>
            <th scope="col">{a.name}</th>
            <th scope="col">{b.name}</th>
          </tr>
        </thead>
        <tbody>
          {result.examples.map((example, index) => (
            <tr key={example.itemId}>
              <td>
                <Compared session={session} item={items[index]} />
              </td>
              <td>
                <Says session={session} proposal={example.a} />
              </td>
              <td>
                <Says session={session} proposal={example.b} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ComparedProps {
  readonly session: ProjectSession;
  readonly item: Item | undefined;
}

function Compared({ session, item }: ComparedProps) {
  if (!item) return <>{strings.compare.gone}</>;
  return <ItemBrief session={session} content={item.content} />;
}

interface SaysProps {
  readonly session: ProjectSession;
  readonly proposal: Proposal;
}

function Says({ session, proposal }: SaysProps) {
  const { classes } = session.project.value;
  const named = (id: ClassId) => classes.find((one) => one.id === id);
  return (
    <span class="models-says">
      {proposal.classes.length === 0 && <span>{strings.compare.nothing}</span>}
      {proposal.classes.map((id) => {
        const definition = named(id);
        return (
          <span key={id} class="models-class">
            {definition && (
              <ClassMark colour={definition.colour} letter={definition.name.slice(0, 1)} />
            )}
            {definition?.name ?? id}
          </span>
        );
      })}
      <span class="models-quiet">{strings.compare.says(proposal.probability)}</span>
    </span>
  );
}
