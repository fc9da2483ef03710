import { strings } from '../strings.ts';

/** The export brings its own script and README; here is how to start them. */
export function HowToUse() {
  const { how, contents, plain, plainRun, tfjs, tfjsRun } = strings.export;
  return (
    <details class="models-how">
      <summary>{how}</summary>
      <p>{contents}</p>
      <h3>{plain}</h3>
      <Commands text={plainRun} />
      <h3>{tfjs}</h3>
      <Commands text={tfjsRun} />
    </details>
  );
}

function Commands({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <pre tabIndex={0}>
      <code>{text}</code>
    </pre>
  );
}
