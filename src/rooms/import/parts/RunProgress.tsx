import { Button } from '../../../ui/Button.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import type { RunState } from '../state.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

interface RunProgressProps {
  readonly wizard: Wizard;
  readonly run: Extract<RunState, { status: 'running' }>;
}

export function RunProgress({ wizard, run }: RunProgressProps) {
  const { progress, cancelling } = run;
  const share =
    progress === null || progress.bytesTotal === 0
      ? null
      : Math.min(1, progress.bytesRead / progress.bytesTotal);
  return (
    <div class="import-running">
      <Progress
        value={cancelling ? null : share}
        label={cancelling ? strings.finish.cancelling : strings.finish.running}
      />
      {progress !== null && (
        <p class="import-tally">
          <strong>{strings.finish.progress(progress.added)}</strong>
          <span class="import-quiet">
            {strings.finish.tally(progress.duplicates, progress.rejected)}
          </span>
        </p>
      )}
      <Button disabled={cancelling} onClick={() => void wizard.cancel()}>
        {strings.finish.cancel}
      </Button>
    </div>
  );
}
