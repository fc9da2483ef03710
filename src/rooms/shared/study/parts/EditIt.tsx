import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../../../../ui/Button.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { TextArea } from '../../../../ui/TextArea.tsx';
import { createEditing } from '../editing.ts';
import type { StudyProps } from '../props.ts';
import { namesOf, saySure } from '../say.ts';
import { strings } from '../strings.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { Fold } from './Fold.tsx';
import { SavedEdits } from './SavedEdits.tsx';
import { SaveEdit } from './SaveEdit.tsx';

/** Change the text and watch the model; keep the copy as a lesson, or just look. */
export function EditIt(props: StudyProps) {
  return (
    <Fold folds={props.folds} name="edit" title={strings.edit.title}>
      <Editor {...props} />
      <SavedEdits {...props} />
    </Fold>
  );
}

function Editor(props: StudyProps) {
  const { services, session, item, study, nameOf } = props;
  const original = item.content.text;
  const editing = useMemo(
    () => createEditing({ session, clock: services.clock, original }),
    [session, services, original],
  );
  useEffect(() => editing.dispose, [editing]);
  const text = editing.text.value;
  const before = study.explanation.value.value?.proposal ?? null;
  const now = editing.now.value;
  const { edit } = strings;
  const rows = Math.min(12, Math.max(3, Math.ceil(original.length / 60)));
  return (
    <>
      <Field label={edit.text} hint={edit.hint}>
        <TextArea value={text} rows={rows} dir="auto" onChange={editing.type} />
      </Field>
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
        <Button icon="undo" disabled={text === original} onClick={editing.reset}>
          {edit.reset}
        </Button>
      </div>
      <SaveEdit {...props} editing={editing} before={before} />
    </>
  );
}
