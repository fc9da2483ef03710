import { Button } from '../../../../ui/Button.tsx';
import type { StudyProps } from '../props.ts';
import type { SaidEdit } from '../said-here.ts';
import { strings } from '../strings.ts';

/** The edited copies of this item; each can be withdrawn. */
export function SavedEdits(props: StudyProps) {
  const { edits } = props.said;
  if (edits.length === 0) return null;
  return (
    <div class="study-saved">
      <h3>{strings.edit.saved}</h3>
      <ul class="study-flips">
        {edits.map((edit) => (
          <SavedEdit key={edit.id} {...props} edit={edit} />
        ))}
      </ul>
    </div>
  );
}

interface SavedEditProps extends StudyProps {
  readonly edit: SaidEdit;
}

function SavedEdit({ study, item, nameOf, edit, view, context }: SavedEditProps) {
  const joint = edit.stance === 'boundary' ? strings.edit.between : ', ';
  const names = edit.classes.map(nameOf).join(joint) || strings.edit.none;
  const what = strings.edit.chip[edit.stance](names);
  const { withdraw, withdrawn } = strings.said;
  return (
    <li class="study-flip">
      <view.Changed {...context} content={item.content} changed={edit.content} changes={null} />
      <div class="study-row">
        <b>{what}</b>
        <Button
          variant="quiet"
          icon="close"
          onClick={() =>
            void study.act({ type: 'withdraw-feedback', targets: [edit.id] }, withdrawn(what))
          }
        >
          {withdraw(what)}
        </Button>
      </div>
    </li>
  );
}
