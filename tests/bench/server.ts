/** Serves the built app from `dist/` on a free local port, as any static host would. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticServer {
  readonly url: string;
  close(): void;
}

export interface ServeOptions {
  /** Single files by path. */
  readonly also?: Readonly<Record<string, string>>;
  /** What a host sends along with a path; a bare one sends nothing. */
  readonly headersOf?: (path: string) => Readonly<Record<string, string>>;
}

/** `prefix` serves the same folder below a path, e.g. `/some/folder/`. */
export function serveFolder(
  folder: string,
  prefix = '/',
  { also = {}, headersOf = () => ({}) }: ServeOptions = {},
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(prefix) ? normalize(path.slice(prefix.length - 1)) : null;
    const file =
      also[path] ??
      (inside === null
        ? null
        : join(folder, inside.endsWith('/') ? `${inside}index.html` : inside));
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end('not found');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, ...headersOf(path) });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({ url: `http://127.0.0.1:${port}${prefix}`, close: () => server.close() });
    });
  });
}
