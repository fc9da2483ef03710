import { measureAnchoring } from '../../../domain/explanation/anchoring.ts';
import type { QualityFigure } from '../../../domain/records.ts';
import { Interval } from '../../../ui/Interval.tsx';
import type { FeaturesProps } from '../props.ts';
import { signed } from '../say-mark.ts';
import { strings } from '../strings.ts';

export function AnchoringMeter({ session }: FeaturesProps) {
  const { shownFirst, blind, gap } = measureAnchoring(session.state.value);
  const { anchoring } = strings;
  return (
    <section class="features-section">
      <h2>{anchoring.title}</h2>
      <p class="features-quiet">{anchoring.words}</p>
      <Share figure={shownFirst} label={anchoring.first} />
      <Share figure={blind} label={anchoring.blind} />
      <p>
        {gap
          ? anchoring.gap(signed(100 * gap.value), signed(100 * gap.low), signed(100 * gap.high))
          : anchoring.noGap}
      </p>
    </section>
  );
}

interface ShareProps {
  readonly figure: QualityFigure | null;
  readonly label: string;
}

export function Share({ figure, label }: ShareProps) {
  return figure && <Interval {...figure} label={label} />;
}
