import type { Sample } from '../../../samples/sample.ts';
import { Button } from '../../../ui/Button.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import type { SampleRun } from '../start-sample.ts';
import { strings } from '../strings.ts';

interface SampleCardProps {
  readonly sample: Sample;
  readonly run: SampleRun;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

export function SampleCard({ sample, run, onStart, onCancel }: SampleCardProps) {
  const isRunning = run.status === 'running' && run.sampleId === sample.id;
  return (
    <li class="home-sample">
      <div>
        <h3>{sample.label}</h3>
        <p class="home-quiet">{sample.description}</p>
      </div>
      {isRunning ? (
        <Making run={run} onCancel={onCancel} />
      ) : (
        <div class="home-sample-go">
          <span class="home-quiet">{strings.samples.items(sample.count)}</span>
          <Button
            aria-label={strings.samples.startOf(sample.label)}
            disabled={run.status === 'running'}
            onClick={onStart}
          >
            {strings.samples.start}
          </Button>
        </div>
      )}
    </li>
  );
}

interface MakingProps {
  readonly run: Extract<SampleRun, { status: 'running' }>;
  readonly onCancel: () => void;
}

function Making({ run, onCancel }: MakingProps) {
  const { progress } = run;
  const share =
    progress === null || progress.bytesTotal === 0
      ? null
      : progress.bytesRead / progress.bytesTotal;
  return (
    <div class="home-sample-go">
      <Progress value={share} label={strings.samples.making} />
      <Button onClick={onCancel}>{strings.samples.cancel}</Button>
    </div>
  );
}
