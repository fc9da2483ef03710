import type { ClassDefinition } from '../../../domain/records.ts';
import { strings } from '../strings.ts';

/** What is typical and what is only similar, folded away until asked for. */
export function Examples({ definition }: { readonly definition: ClassDefinition }) {
  const { goodExamples, badExamples } = definition;
  if (goodExamples.length + badExamples.length === 0) return null;
  return (
    <details class="classes-examples">
      <summary>{strings.list.examples(goodExamples.length, badExamples.length)}</summary>
      <ExampleList title={strings.list.good} examples={goodExamples} />
      <ExampleList title={strings.list.bad} examples={badExamples} />
    </details>
  );
}

interface ExampleListProps {
  readonly title: string;
  readonly examples: readonly string[];
}

function ExampleList({ title, examples }: ExampleListProps) {
  if (examples.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {examples.map((example) => (
          <li key={example} dir="auto">
            {example}
          </li>
        ))}
      </ul>
    </>
  );
}
