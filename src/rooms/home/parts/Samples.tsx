import { useEffect, useMemo } from 'preact/hooks';
import type { Services } from '../../../engine/services.ts';
import { samples } from '../../../samples/index.ts';
import type { Sample } from '../../../samples/sample.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { createSampleStarter } from '../start-sample.ts';
import { strings } from '../strings.ts';
import { SampleCard } from './SampleCard.tsx';

export function Samples({ services }: { readonly services: Services }) {
  const starter = useMemo(() => createSampleStarter(services), [services]);
  useEffect(
    () => () => {
      if (starter.run.value.status === 'running') starter.cancel();
    },
    [starter],
  );
  const run = starter.run.value;
  const start = async (sample: Sample): Promise<void> => {
    const id = await starter.start(sample);
    if (id !== null) services.router.go('label', id);
  };
  return (
    <section class="home-samples" aria-labelledby="home-samples">
      <h2 id="home-samples">{strings.samples.title}</h2>
      <p class="home-quiet">{strings.samples.lead}</p>
      {run.status === 'failed' && (
        <Notice tone="bad" title={strings.samples.failed}>
          {run.message}
        </Notice>
      )}
      <ul class="home-sample-list">
        {samples.map((sample) => (
          <SampleCard
            key={sample.id}
            sample={sample}
            run={run}
            onStart={() => void start(sample)}
            onCancel={starter.cancel}
          />
        ))}
      </ul>
    </section>
  );
}
