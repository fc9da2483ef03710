/** One open project at a time: opened by the route, closed when the route leaves it. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ProjectId } from '../domain/records.ts';
import type { ProjectSession } from '../engine/api.ts';
import type { Router } from '../engine/services.ts';
import type { SessionState } from './context.ts';

export interface OpenSessions {
  readonly current: ReadonlySignal<SessionState>;
  open(id: ProjectId): Promise<ProjectSession>;
}

export function createOpenSessions(
  router: Router,
  create: (id: ProjectId) => Promise<ProjectSession>,
): OpenSessions {
  const current = signal<SessionState>({ status: 'none' });
  let held: { readonly id: ProjectId; readonly session: Promise<ProjectSession> } | null = null;

  const open = (id: ProjectId): Promise<ProjectSession> => {
    if (held?.id === id) return held.session;
    closeHeld();
    const session = create(id);
    const own = { id, session };
    held = own;
    current.value = { status: 'opening' };
    session.then(
      (ready) => {
        if (held === own) current.value = { status: 'open', session: ready };
      },
      (error: unknown) => {
        if (held !== own) return;
        held = null; // Coming back to the address tries again.
        current.value = {
          status: 'failed',
          message: error instanceof Error ? error.message : String(error),
        };
      },
    );
    return session;
  };
  const closeHeld = (): void => {
    const last = held;
    held = null;
    void last?.session.then((session) => session.close()).catch(() => undefined);
  };

  effect(() => {
    const { projectId } = router.route.value;
    if (projectId) {
      void open(projectId).catch(() => undefined);
      return;
    }
    closeHeld();
    current.value = { status: 'none' };
  });
  return { current, open };
}
