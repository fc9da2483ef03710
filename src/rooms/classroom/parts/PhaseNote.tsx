import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { runsThatCount } from '../race/curves.ts';
import type { RaceShow } from '../race/race-show.ts';
import { strings } from '../strings.ts';

/** What the worker is at, in its own line, so that nothing moves when it is done. */
export function PhaseNote({ show }: { readonly show: RaceShow }) {
  void show.version.value;
  const { phase, scene, stage, frames } = show;
  const now = phase.value;
  if (now.status === 'failed')
    return (
      <Notice tone="warn" title={strings.phase.failed}>
        {now.message}
      </Notice>
    );
  if (now.status === 'reading')
    return <Progress value={now.progress} label={strings.phase.reading} />;
  const isPlane = ['toy', 'drawn'].includes(show.scene.value.source.kind);
  if (now.status === 'done' || (now.status === 'waiting' && isPlane)) return null;
  const { seeds, lanes, measure, labels } = scene.value;
  const { test = 0, labels: most = labels } = stage.value ?? {};
  const options = { frames, lanes: lanes.length, seeds, labels: most, test, measure };
  const whole = runsThatCount(options).filter((run) => frames.reached(run, lanes.length) >= most);
  return (
    <p class="race-phase" aria-live="off">
      {now.status === 'waiting'
        ? strings.phase.waiting
        : strings.phase.running(whole.length, seeds)}
    </p>
  );
}
