import type { Checkpoint } from '../../../domain/records.ts';
import { formatBytes } from '../../shared/format-bytes.ts';
import { removeVersion, renameVersion, rollBackTo, saveVersion } from '../actions.ts';
import type { ModelsProps } from '../props.ts';
import { countSetAside } from '../set-aside.ts';
import { strings } from '../strings.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { NameDialog } from './NameDialog.tsx';

export type AskedModel =
  | { readonly what: 'save' }
  | { readonly what: 'rename' | 'remove' | 'roll-back'; readonly checkpoint: Checkpoint }
  | null;

interface CheckpointDialogsProps extends ModelsProps {
  readonly asked: AskedModel;
  readonly onClose: () => void;
}

export function CheckpointDialogs({ services, session, asked, onClose }: CheckpointDialogsProps) {
  if (asked === null) return null;
  if (asked.what === 'save') {
    return (
      <NameDialog
        title={strings.save.title}
        hint={strings.save.hint}
        start={strings.save.defaultName(session.learner.value.trainedOn)}
        go={strings.save.go}
        onGo={(name) => saveVersion({ services, session }, name)}
        onClose={onClose}
      />
    );
  }
  const { checkpoint } = asked;
  const props = { services, session, checkpoint };
  if (asked.what === 'rename') {
    return (
      <NameDialog
        title={strings.rename.title}
        start={checkpoint.name}
        go={strings.rename.go}
        onGo={(name) => renameVersion(props, name)}
        onClose={onClose}
      />
    );
  }
  if (asked.what === 'remove') {
    return (
      <ConfirmDialog
        title={strings.remove.title(checkpoint.name)}
        text={strings.remove.what(formatBytes(checkpoint.sizeBytes))}
        go={strings.remove.go}
        cancel={strings.remove.cancel}
        isDanger
        onGo={() => removeVersion(props)}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title={strings.rollBack.title(checkpoint.name)}
      text={strings.rollBack.what(countSetAside(session.state.value, checkpoint.learnedUpTo))}
      go={strings.rollBack.go}
      cancel={strings.rollBack.cancel}
      onGo={() => rollBackTo(props)}
      onClose={onClose}
    />
  );
}
