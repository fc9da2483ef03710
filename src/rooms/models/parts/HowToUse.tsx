import { JSON_SNIPPET } from '../snippets.ts';
import { strings } from '../strings.ts';

export function HowToUse() {
  return (
    <details class="models-how">
      <summary>{strings.export.how}</summary>
      <p>{strings.export.json}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{JSON_SNIPPET}</code>
      </pre>
      <p>{strings.export.tfjs}</p>
    </details>
  );
}
