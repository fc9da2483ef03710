/** Which policy each part of the app is served with: one part alone may ask another server. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headerValues } from '../../fixtures/headers-file.ts';

const POLICY = 'Content-Security-Policy';
const policyOf = (path: string) => headerValues(path, POLICY);
const page = readFileSync(new URL('../../../index.html', import.meta.url), 'utf8');
const written = /Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1];

describe('the policy', () => {
  it('is one and the same for the page, the service worker and every worker but one', () => {
    const tight = `${written}; frame-ancestors 'none'`;
    const workers = ['learn', 'import', 'browse', 'map', 'classroom'].map(
      (name) => `/assets/${name}.worker-abc.js`,
    );
    for (const path of ['/', '/index.html', '/sw.js', ...workers])
      expect([path, policyOf(path)]).toEqual([path, [tight]]);
    expect(written).toContain("connect-src 'self' blob:;");
  });

  it('lets the one worker ask others, and nothing else', () => {
    expect(policyOf('/other-origin/fetch-model.worker-abc.js')).toEqual([
      "default-src 'none'; script-src 'self'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
    ]);
  });

  it('puts that worker, and no other, where the rule for it lies', () => {
    const config = readFileSync(new URL('../../../vite.config.ts', import.meta.url), 'utf8');
    expect(config).toMatch(/name === 'fetch-model\.worker'\s*\? 'other-origin\//);
    expect(config.match(/other-origin/g)).toHaveLength(1);
  });
});
