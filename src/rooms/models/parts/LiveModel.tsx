import { Button } from '../../../ui/Button.tsx';
import { Interval } from '../../../ui/Interval.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { formatBytes } from '../../shared/format-bytes.ts';
import { totalOf } from '../../shared/learner-memory.ts';
import { exportModel } from '../actions.ts';
import type { ModelsProps } from '../props.ts';
import { strings } from '../strings.ts';

interface LiveModelProps extends ModelsProps {
  readonly onSave: () => void;
}

export function LiveModel({ services, session, onSave }: LiveModelProps) {
  const status = session.learner.value;
  const quality = status.curve.at(-1) ?? null;
  const hasModel = status.trainedOn > 0;
  return (
    <section class="models-section models-live" aria-labelledby="models-live">
      <h2 id="models-live">{strings.live.title}</h2>
      <Phase session={session} />
      <p class="models-big">
        {hasModel ? strings.live.trained(status.trainedOn) : strings.live.untrained}
      </p>
      {quality === null || quality.n === 0 ? (
        <p class="models-quiet">{strings.live.notMeasured}</p>
      ) : (
        <Interval
          value={quality.value}
          low={quality.low}
          high={quality.high}
          n={quality.n}
          label={strings.live.quality}
        />
      )}
      <p class="models-quiet models-facts">
        <span>{strings.live.pool(status.poolSize)}</span>
        {status.learnMs !== null && <span>{strings.live.speed(status.learnMs)}</span>}
        {status.backend !== null && (
          <span>{strings.live.where(status.backend, status.adapter)}</span>
        )}
        {status.memory !== null && (
          <span>
            {strings.live.memory(formatBytes(totalOf(status.memory)), status.memory.rows)}
          </span>
        )}
      </p>
      <div class="models-row">
        <Button variant="primary" disabled={!hasModel} onClick={onSave}>
          {strings.live.save}
        </Button>
        {hasModel &&
          (['json', 'tfjs'] as const).map((kind) => (
            <Button
              key={kind}
              icon="download"
              onClick={() => void exportModel({ services, session }, null, kind)}
            >
              {kind === 'json' ? strings.menu.exportJson : strings.menu.exportTfjs}
            </Button>
          ))}
      </div>
    </section>
  );
}

function Phase({ session }: Pick<ModelsProps, 'session'>) {
  const { phase, progress, message } = session.learner.value;
  if (phase === 'failed') {
    return (
      <Notice
        tone="bad"
        title={strings.live.phase.failed}
        actions={
          <Button onClick={() => void session.restartLearner()}>{strings.live.restart}</Button>
        }
      >
        {message}
      </Notice>
    );
  }
  if (phase === 'encoding')
    return <Progress value={progress} label={strings.live.phase.encoding} />;
  return (
    <p class="models-quiet" role="status">
      {strings.live.phase[phase]}
    </p>
  );
}
