import { describe, expect, it } from 'vitest';
import type { ClassId } from '../../../../src/domain/records.ts';
import { foldEvents } from '../../../../src/domain/state.ts';
import { createSampleStarter } from '../../../../src/rooms/home/start-sample.ts';
import { samples } from '../../../../src/samples/index.ts';
import { memoryServices } from '../shared/memory-services.ts';

describe('a project from a sample', () => {
  it.each(samples.map((sample) => [sample.id, sample] as const))('%s', async (_, sample) => {
    let given: Readonly<Record<string, ClassId>> = {};
    const { services, events, removed } = memoryServices({
      sample: async (_id, _project, classes) => {
        given = classes;
        return { ok: true, value: {} as never };
      },
    });
    const id = await createSampleStarter(services).start(sample);
    const project = foldEvents(events.get(id as never) ?? [])?.project;
    expect(project).toMatchObject({ name: sample.label, mode: sample.mode, sample: sample.id });
    expect(Object.keys(given)).toEqual(sample.classes.map((one) => one.name));
    expect(removed).toEqual([]);
  });

  it('leaves nothing when cancelled, and says why when it failed', async () => {
    const [sample] = samples;
    for (const code of ['cancelled', 'storage'] as const) {
      const { services, events } = memoryServices({
        sample: async () => ({ ok: false, error: { code, message: 'the disk is full' } }),
      });
      const starter = createSampleStarter(services);
      expect(await starter.start(sample as (typeof samples)[0])).toBeNull();
      expect(events.size).toBe(0);
      expect(starter.run.value.status).toBe(code === 'cancelled' ? 'idle' : 'failed');
    }
  });
});
