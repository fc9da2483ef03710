import type { ComponentChildren } from 'preact';
import type { CrossValidation, WeightedEstimate } from '../../../../workers/api.ts';
import { Interval } from '../../../ui/Interval.tsx';
import type { ReportProps } from '../props.ts';
import { strings } from '../strings.ts';

/** Three estimates of the same thing, each named for what it is. */
export function Estimates({ session, report }: ReportProps) {
  const words = strings.estimates;
  const isOff = session.project.value.settings.auditShare === 0;
  const { audit, weighted, crossValidation } = report;
  return (
    <section class="quality-section" aria-labelledby="quality-estimates">
      <h2 id="quality-estimates">{words.title}</h2>
      <div class="quality-cards">
        <Card title={words.audit} hint={words.auditHint}>
          {audit ? (
            <Interval label={strings.headline.label} {...audit} />
          ) : (
            <p>{words.auditNone(isOff)}</p>
          )}
        </Card>
        <Card title={words.weighted} hint={words.weightedHint}>
          <Weighted {...weighted} />
        </Card>
        <Card title={words.folds} hint={words.foldsHint(foldsOf(crossValidation))}>
          <Folded {...crossValidation} />
        </Card>
      </div>
    </section>
  );
}

interface CardProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ComponentChildren;
}

function Card({ title, hint, children }: CardProps) {
  return (
    <article class="quality-card">
      <h3>{title}</h3>
      {children}
      <p class="quality-quiet">{hint}</p>
    </article>
  );
}

const FOLDS = 5;
const foldsOf = (own: CrossValidation): number => (own.kind === 'figure' ? own.folds : FOLDS);

function Weighted(own: WeightedEstimate) {
  const words = strings.estimates;
  if (own.kind === 'figure') return <Interval label={strings.headline.label} {...own.figure} />;
  if (own.kind === 'learned-reading') return <p>{words.learnedReading}</p>;
  return (
    <p>
      {own.kind === 'too-many' ? words.tooMany(own.most) : words.weightedFew(own.draws, own.needed)}
    </p>
  );
}

function Folded(own: CrossValidation) {
  const words = strings.estimates;
  if (own.kind === 'figure') return <Interval label={words.folds} {...own.figure} />;
  if (own.kind === 'learned-reading') return <p>{words.learnedReading}</p>;
  return (
    <p>
      {own.kind === 'too-many' ? words.tooMany(own.most) : words.foldsFew(own.labels, own.needed)}
    </p>
  );
}
