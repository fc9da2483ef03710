/** Hash routes, so that any static host serves every address: `#/home`, `#/p/<project>/<room>/<path>`. */
import { signal } from '@preact/signals';
import type { ProjectId } from '../domain/records.ts';
import type { Route, Router } from '../engine/services.ts';

export const HOME = 'home';

export function parseRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, '').split('/').map(decodePart);
  if (parts[0] === 'p' && parts[1]) {
    return {
      projectId: parts[1] as ProjectId,
      roomId: parts[2] || 'label',
      path: parts.slice(3).join('/'),
    };
  }
  return { projectId: null, roomId: parts[0] || HOME, path: parts.slice(1).join('/') };
}

/** A malformed escape is shown as it stands rather than failing the page. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function formatRoute(roomId: string, projectId: ProjectId | null = null, path = ''): string {
  const base = projectId ? ['p', projectId, roomId] : [roomId];
  const rest = path === '' ? [] : path.split('/');
  return `#/${[...base, ...rest].map(encodeURIComponent).join('/')}`;
}

export function createRouter(): Router & { dispose(): void } {
  const route = signal<Route>(parseRoute(location.hash));
  const onChange = (): void => {
    route.value = parseRoute(location.hash);
  };
  addEventListener('hashchange', onChange);
  return {
    route,
    go: (roomId, projectId = null, path = '') => {
      location.hash = formatRoute(roomId, projectId, path);
    },
    replace: (roomId, projectId = null, path = '') => {
      const address = formatRoute(roomId, projectId, path);
      history.replaceState(history.state, '', address);
      route.value = parseRoute(address);
    },
    href: (roomId, projectId = null, path = '') => formatRoute(roomId, projectId, path),
    dispose: () => removeEventListener('hashchange', onChange),
  };
}
