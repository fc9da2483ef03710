import { Component, type ComponentChildren } from 'preact';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Shell } from './context.ts';
import { strings } from './strings.ts';

interface ErrorBoundaryProps {
  readonly shell: Shell;
  readonly children: ComponentChildren;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
}

/** A room that fails does not take the data along: it offers a backup and a fresh start. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static override getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { shell } = this.props;
    const { projectId } = shell.services.router.route.value;
    return (
      <Notice
        tone="bad"
        title={strings.crash.title}
        actions={
          <>
            {projectId && (
              <Button onClick={() => void saveBackup(shell)}>{strings.crash.backup}</Button>
            )}
            <Button variant="primary" onClick={() => location.reload()}>
              {strings.crash.reload}
            </Button>
          </>
        }
      >
        <p>{strings.crash.words}</p>
        <details>
          <summary>{strings.crash.details}</summary>
          <pre class="app-stack">{error.stack ?? error.message}</pre>
        </details>
      </Notice>
    );
  }
}

async function saveBackup({ services }: Shell): Promise<void> {
  const { projectId } = services.router.route.value;
  if (!projectId) return;
  const outcome = await services.importer.backup(projectId);
  if (outcome.ok) services.saveFile(outcome.value, `hone-backup-${projectId}.zip`);
  else services.notify({ tone: 'bad', text: outcome.error.message });
}
