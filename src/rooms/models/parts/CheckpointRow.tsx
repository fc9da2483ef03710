import type { Checkpoint } from '../../../domain/records.ts';
import { Interval } from '../../../ui/Interval.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { formatMoment } from '../../shared/format-time.ts';
import { exportModel } from '../actions.ts';
import { lineageOf } from '../checkpoint-list.ts';
import type { CheckpointProps } from '../props.ts';
import { strings } from '../strings.ts';
import { CheckpointDetails } from './CheckpointDetails.tsx';

interface CheckpointRowProps extends CheckpointProps {
  readonly all: readonly Checkpoint[];
  readonly onAsk: (what: 'rename' | 'remove' | 'roll-back') => void;
}

export function CheckpointRow(props: CheckpointRowProps) {
  const { session, checkpoint, all } = props;
  const { accuracy } = checkpoint.metrics;
  const isCurrent = session.learner.value.checkpoint === checkpoint.id;
  return (
    <li class="models-version" aria-current={isCurrent ? 'true' : undefined}>
      <div class="models-version-head">
        <h3>{checkpoint.name}</h3>
        <VersionMenu {...props} />
      </div>
      <p class="models-quiet models-facts">
        <time dateTime={new Date(checkpoint.createdAt).toISOString()}>
          {formatMoment(checkpoint.createdAt)}
        </time>
        <span>{strings.list.answers(checkpoint.labels)}</span>
        <span>{strings.list.reason[checkpoint.reason]}</span>
        <span>{lineageWords(checkpoint, all)}</span>
        {isCurrent && <strong>{strings.list.current}</strong>}
      </p>
      {accuracy === null || accuracy.n === 0 ? (
        <p class="models-quiet">{`${strings.list.quality}: ${strings.list.notMeasured}`}</p>
      ) : (
        <Interval
          value={accuracy.value}
          low={accuracy.low}
          high={accuracy.high}
          n={accuracy.n}
          label={strings.list.quality}
        />
      )}
      <CheckpointDetails checkpoint={checkpoint} />
    </li>
  );
}

function VersionMenu({ services, session, checkpoint, onAsk }: CheckpointRowProps) {
  const exportAs = (kind: 'json' | 'tfjs') => () =>
    void exportModel({ services, session }, checkpoint, kind);
  return (
    <Menu
      label={strings.list.menu(checkpoint.name)}
      icon="more"
      items={[
        { id: 'roll-back', label: strings.menu.rollBack, run: () => onAsk('roll-back') },
        { id: 'rename', label: strings.menu.rename, run: () => onAsk('rename') },
        { id: 'tfjs', label: strings.menu.exportTfjs, run: exportAs('tfjs') },
        { id: 'json', label: strings.menu.exportJson, run: exportAs('json') },
        { id: 'remove', label: strings.menu.remove, run: () => onAsk('remove') },
      ]}
    />
  );
}

function lineageWords(checkpoint: Checkpoint, all: readonly Checkpoint[]): string {
  const lineage = lineageOf(checkpoint, all);
  if (lineage.kind === 'root') return strings.list.noParent;
  if (lineage.kind === 'lost') return strings.list.lostParent;
  return strings.list.parent(lineage.checkpoint.name);
}
