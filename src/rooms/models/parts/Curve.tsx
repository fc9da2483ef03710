import { LineChart } from '../../../ui/LineChart.tsx';
import type { ModelsProps } from '../props.ts';
import { strings } from '../strings.ts';

const HEIGHT_PX = 240;

export function Curve({ session }: Pick<ModelsProps, 'session'>) {
  const { curve } = session.learner.value;
  return (
    <section class="models-section models-curve" aria-labelledby="models-curve">
      <h2 id="models-curve">{strings.curve.title}</h2>
      {curve.length === 0 ? (
        <p class="models-quiet">{strings.curve.empty}</p>
      ) : (
        <LineChart
          height={HEIGHT_PX}
          xLabel={strings.curve.x}
          yLabel={strings.curve.y}
          series={[
            {
              label: strings.curve.series,
              points: curve.map(({ labels, value, low, high, n }) => ({
                x: labels,
                y: value,
                low,
                high,
                n,
              })),
            },
          ]}
        />
      )}
    </section>
  );
}
