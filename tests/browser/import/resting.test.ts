import { expect, it } from 'vitest';
import { createRestingClient } from '../../../src/engine/resting-client.ts';
import { spawnImporter } from '../../../src/engine/spawn.ts';
import type { ImportApi } from '../../../workers/api.ts';

const preview = (api: ImportApi) =>
  api.preview([{ name: 'a.csv', blob: new Blob(['text\nhello\n']) }], {});

it('a worker nobody calls ends, never within a call, and the next call starts another', async () => {
  const started: Worker[] = [];
  const ended = new Set<Worker>();
  const spawn = (): Worker => {
    const worker = spawnImporter();
    const terminate = worker.terminate.bind(worker);
    worker.terminate = () => {
      ended.add(worker);
      terminate();
    };
    started.push(worker);
    return worker;
  };
  const client = createRestingClient<ImportApi>(spawn, 0);
  expect(await client.callRunning(preview)).toBeUndefined();
  expect(started).toHaveLength(0);
  const [one, two] = await Promise.all([client.call(preview), client.call(preview)]);
  expect(one).toMatchObject({ ok: true, value: { format: 'csv' } });
  expect(two).toMatchObject({ ok: true });
  expect(started).toHaveLength(1);
  await expect.poll(() => ended.size).toBe(1);
  expect(await client.call(preview)).toMatchObject({ ok: true });
  expect(started).toHaveLength(2);
  client.dispose();
  expect(ended.size).toBe(2);
});
