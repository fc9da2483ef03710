import { Component, type ComponentChildren } from 'preact';
import type { ProjectSession } from '../engine/api.ts';
import { saveBackup } from '../rooms/shared/save-backup.ts';
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
    const state = shell.session.value;
    const session = state.status === 'open' ? state.session : null;
    const save = (row: ProjectSession): void =>
      void saveBackup(shell.services, { id: row.id, project: row.project.value });
    return (
      <Notice
        tone="bad"
        title={strings.crash.title}
        actions={
          <>
            {session && <Button onClick={() => save(session)}>{strings.crash.backup}</Button>}
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
