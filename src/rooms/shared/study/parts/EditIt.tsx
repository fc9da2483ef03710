import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../../../../ui/Button.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { createEditing } from '../editing.ts';
import type { StudyProps } from '../props.ts';
import { namesOf, saySure } from '../say.ts';
import { strings } from '../strings.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { Fold } from './Fold.tsx';
import { SavedEdits } from './SavedEdits.tsx';
import { SaveEdit } from './SaveEdit.tsx';

/** Change the item and watch the model; keep the copy as a lesson, or just look. */
export function EditIt(props: StudyProps) {
  return (
    <Fold folds={props.folds} name="edit" title={strings.edit.title}>
      <Editor {...props} />
      <SavedEdits {...props} />
    </Fold>
  );
}

function Editor(props: StudyProps) {
  const { services, session, item, study, nameOf, view, context } = props;
  const original = item.content;
  const editing = useMemo(
    () => createEditing({ session, clock: services.clock, original }),
    [session, services, original],
  );
  useEffect(() => editing.dispose, [editing]);
  const before = study.explanation.value.value?.proposal ?? null;
  const now = editing.now.value;
  const { edit } = strings;
  return (
    <>
      <view.Editor
        {...context}
        original={original}
        content={editing.content.value}
        onChange={editing.change}
        onSettings={(patch) => void session.run({ type: 'change-settings', patch })}
      />
      {editing.problem.value !== null && <Notice tone="bad">{editing.problem.value}</Notice>}
      {before && (
        <>
          <p role="status">
            {now && edit.now(namesOf(now.classes, nameOf), saySure(now.probability))}
          </p>
          <BeforeAfter before={before} now={now ?? before} nameOf={nameOf} />
        </>
      )}
      <div class="study-row">
        <Button icon="undo" disabled={!editing.isChanged.value} onClick={editing.reset}>
          {edit.reset}
        </Button>
      </div>
      <SaveEdit {...props} editing={editing} before={before} />
    </>
  );
}
