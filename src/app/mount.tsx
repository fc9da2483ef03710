/** Builds the shell around the services that `main.tsx` constructed, and renders it. */
import { render } from 'preact';
import type { ProjectId } from '../domain/records.ts';
import type { ProjectSession } from '../engine/api.ts';
import type { Services } from '../engine/services.ts';
import { App } from './App.tsx';
import { createActionRegistry } from './actions.ts';
import type { Shell } from './context.ts';
import { watchInstall } from './install.ts';
import { createOpenSessions } from './open-sessions.ts';
import { createRouter } from './router.ts';
import { saveFile } from './save-file.ts';
import { createToasts } from './toasts.ts';
import { watchUpdates } from './update.ts';
import { watchFailures } from './watch-failures.ts';

export interface MountOptions {
  readonly root: HTMLElement;
  readonly services: Omit<
    Services,
    'router' | 'notify' | 'offerActions' | 'openSession' | 'saveFile' | 'install'
  >;
  readonly openSession: (id: ProjectId) => Promise<ProjectSession>;
  readonly isProduction: boolean;
}

export function mountApp({ root, services, openSession, isProduction }: MountOptions): void {
  const router = createRouter();
  const toasts = createToasts();
  const registry = createActionRegistry();
  const sessions = createOpenSessions(router, openSession);
  const install = watchInstall();
  const shell: Shell = {
    services: {
      ...services,
      router,
      install,
      notify: toasts.notify,
      offerActions: registry.offer,
      openSession: sessions.open,
      saveFile,
    },
    session: sessions.current,
    actions: registry.actions,
    toasts,
    updates: watchUpdates(isProduction),
    install,
  };
  watchFailures(toasts.notify);
  render(<App shell={shell} />, root);
}
