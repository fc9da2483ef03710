import { Button } from '../../../ui/Button.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { strings } from '../strings.ts';

interface WelcomeProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRestore: () => void;
}

/** What a newcomer sees: what Hone is, in one glance, and the one thing to do. */
export function Welcome({ onFiles, onRestore }: WelcomeProps) {
  return (
    <section class="home-welcome">
      <div class="home-welcome-words">
        <h1>{strings.empty.title}</h1>
        <p class="home-lead">{strings.empty.lead}</p>
      </div>
      <div class="home-drop">
        <FileDrop multiple label={strings.empty.drop} onFiles={onFiles} />
      </div>
      <ol class="home-steps">
        {strings.empty.steps.map((step) => (
          <li key={step.title}>
            <h2>{step.title}</h2>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
      <Button onClick={onRestore}>{strings.restore}</Button>
    </section>
  );
}
