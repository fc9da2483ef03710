import type { ClassDefinition } from '../../../domain/records.ts';
import { activeClasses } from '../../../domain/state.ts';
import { ClassChip } from '../../../ui/ClassChip.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Markdown } from '../../../ui/Markdown.tsx';
import { strings } from '../strings.ts';
import type { DeskDialogProps } from './props.ts';

export function GuidelinesDialog({ session, open, onClose }: DeskDialogProps) {
  const project = session.project.value;
  return (
    <Dialog open={open} title={strings.guidelines} onClose={onClose}>
      {project.guidelines.trim() ? (
        <Markdown source={project.guidelines} />
      ) : (
        <p>{strings.noGuidelines}</p>
      )}
      {activeClasses(project).map((definition) => (
        <ClassGuide key={definition.id} definition={definition} />
      ))}
    </Dialog>
  );
}

function ClassGuide({ definition }: { readonly definition: ClassDefinition }) {
  const { description, goodExamples, badExamples } = definition;
  return (
    <section class="guide">
      <ClassChip definition={definition} />
      {description && <p>{description}</p>}
      <Examples title={strings.good} examples={goodExamples} />
      <Examples title={strings.bad} examples={badExamples} />
    </section>
  );
}

function Examples({
  title,
  examples,
}: {
  readonly title: string;
  readonly examples: readonly string[];
}) {
  if (examples.length === 0) return null;
  return (
    <div>
      <p class="side-quiet">{title}</p>
      <ul class="guide-examples">
        {examples.map((example) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
    </div>
  );
}
