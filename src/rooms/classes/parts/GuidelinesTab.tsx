import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Markdown } from '../../../ui/Markdown.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { useDraft } from '../use-draft.ts';

export function GuidelinesTab({ services, session }: ClassesProps) {
  const draft = useDraft(session.project.value.guidelines, (markdown) => {
    void saveGuidelines({ services, session }, markdown);
  });
  const source = draft.text.value;
  return (
    <div class="classes-guidelines">
      <div class="classes-write">
        <Field label={strings.guidelines.write} hint={strings.guidelines.hint}>
          <TextArea
            value={source}
            rows={16}
            onChange={(value: string) => {
              draft.text.value = value;
            }}
          />
        </Field>
        <div class="classes-actions">
          <Button variant="primary" disabled={!draft.isDirty} onClick={draft.save}>
            {strings.guidelines.save}
          </Button>
          <Button variant="quiet" disabled={!draft.isDirty} onClick={draft.revert}>
            {strings.guidelines.revert}
          </Button>
          <span class="classes-quiet" role="status">
            {draft.isDirty ? strings.guidelines.unsaved : strings.guidelines.saved}
          </span>
        </div>
      </div>
      <section class="classes-preview" aria-label={strings.guidelines.preview}>
        <p class="classes-quiet">{strings.guidelines.preview}</p>
        {source.trim() === '' ? (
          <p class="classes-quiet">{strings.guidelines.empty}</p>
        ) : (
          <Markdown source={source} />
        )}
      </section>
    </div>
  );
}

async function saveGuidelines({ services, session }: ClassesProps, markdown: string) {
  const refusal = await runWithUndo({
    services,
    session,
    command: { type: 'change-guidelines', markdown },
    said: strings.said.guidelines,
  });
  if (refusal !== null) services.notify({ tone: 'bad', text: refusal });
}
