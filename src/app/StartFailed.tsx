import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { strings } from './strings.ts';

/** The store could not be opened: nothing else can be shown, but this much can be said. */
export function StartFailed({ message }: { readonly message: string }) {
  return (
    <main class="app-main">
      <h1>{strings.name}</h1>
      <Notice
        tone="bad"
        title={strings.startFailed}
        actions={<Button onClick={() => location.reload()}>{strings.crash.reload}</Button>}
      >
        {message}
      </Notice>
    </main>
  );
}
