import { describe, expect, it, vi } from 'vitest';
import { foldEvents } from '../../../../src/domain/state.ts';
import type { Importer } from '../../../../src/engine/api.ts';
import { createWizard } from '../../../../src/rooms/import/wizard.ts';
import type { ImportPlan, ImportReport, Outcome } from '../../../../workers/api.ts';
import { memoryServices } from '../shared/memory-services.ts';
import { previewOf } from './preview-of.ts';

const preview = previewOf({
  text: { guess: 'content', cells: ['one text', 'another text'] },
  label: { guess: 'label', cells: ['0', '1'] },
});
const report: ImportReport = {
  bytesRead: 9,
  bytesTotal: 9,
  added: 2,
  duplicates: 0,
  rejected: 0,
  importId: 'i',
  bad: [],
};
const scan = {
  labels: [
    { value: '0', count: 1 },
    { value: '1', count: 1 },
  ],
  rows: 2,
  truncated: false,
};

function importerWith(run: (plan: ImportPlan) => Outcome<ImportReport>): Partial<Importer> {
  return {
    preview: async () => ({ ok: true, value: preview }),
    scanLabels: async () => ({ ok: true, value: scan }),
    run: async (_, plan) => run(plan),
    cancel: async () => undefined,
  };
}

async function ready(importer: Partial<Importer>) {
  const memory = memoryServices(importer);
  const wizard = createWizard(memory.services, null);
  wizard.choose([{ name: 'my_tweets.csv', blob: new Blob(['x']) }]);
  await vi.waitFor(() => expect(wizard.state.value.scan.status).toBe('ready'));
  return { ...memory, wizard };
}

describe('an import from file to project', () => {
  it('creates the project with its classes, then streams the items into it', async () => {
    const plans: ImportPlan[] = [];
    const { wizard, events, removed } = await ready(
      importerWith((plan) => {
        plans.push(plan);
        return { ok: true, value: report };
      }),
    );
    wizard.dispatch({ type: 'draft', id: 'value:0', patch: { name: 'fine' } });
    await wizard.start();
    const [plan] = plans;
    const project = foldEvents(events.get(plan?.projectId as never) ?? [])?.project;
    expect(project?.name).toBe('my tweets');
    expect(project?.classes.map((one) => one.name)).toEqual(['fine', '1']);
    expect(plan?.classes['0']).toBe(project?.classes[0]?.id);
    expect(wizard.state.value.run).toMatchObject({ status: 'done', projectId: plan?.projectId });
    expect(removed).toEqual([]);
  });

  it.each([
    ['cancelled', 'cancelled'],
    ['storage', 'failed'],
  ] as const)('leaves nothing when it ends with %s', async (code, status) => {
    const { wizard, events, removed } = await ready(
      importerWith(() => ({ ok: false, error: { code, message: 'the disk is full' } })),
    );
    await wizard.start();
    expect(wizard.state.value.run.status).toBe(status);
    expect(removed).toHaveLength(1);
    expect(events.size).toBe(0);
  });

  it('leaves nothing when the worker dies or nothing went in', async () => {
    const dying = await ready({
      ...importerWith(() => ({ ok: true, value: report })),
      run: () => Promise.reject(new Error('the worker died')),
    });
    await dying.wizard.start();
    expect(dying.wizard.state.value.run).toEqual({ status: 'failed', message: 'the worker died' });
    expect(dying.events.size).toBe(0);
    const empty = await ready(
      importerWith(() => ({ ok: true, value: { ...report, added: 0, rejected: 2 } })),
    );
    await empty.wizard.start();
    expect(empty.events.size).toBe(0);
  });

  it('says in the words of the worker why a file cannot be read', async () => {
    const { services } = memoryServices({
      preview: async () => ({ ok: false, error: { code: 'bad-input', message: 'a.csv is empty' } }),
    });
    const wizard = createWizard(services, null);
    wizard.choose([{ name: 'a.csv', blob: new Blob([]) }]);
    await vi.waitFor(() =>
      expect(wizard.state.value.preview).toEqual({ status: 'failed', message: 'a.csv is empty' }),
    );
  });
});

describe('more items for a live project', () => {
  const start = async (outcome: Outcome<ImportReport>) => {
    const first = await ready(importerWith(() => ({ ok: true, value: report })));
    await first.wizard.start();
    const [id] = [...first.events.keys()];
    const project = foldEvents(first.events.get(id as never) ?? [])?.project ?? null;
    const importer = first.services.importer as { run: Importer['run'] };
    importer.run = async () => outcome;
    const labels = [...scan.labels, { value: 'new one', count: 3 }];
    const again = first.services.importer as { scanLabels: Importer['scanLabels'] };
    again.scanLabels = async () => ({ ok: true, value: { ...scan, labels } });
    const wizard = createWizard(first.services, project);
    wizard.choose([{ name: 'more.csv', blob: new Blob(['x']) }]);
    await vi.waitFor(() => expect(wizard.state.value.scan.status).toBe('ready'));
    await wizard.start();
    return foldEvents(first.events.get(id as never) ?? [])?.project.classes.map((one) => one.name);
  };

  it('adds the classes that are new', async () => {
    expect(await start({ ok: true, value: report })).toEqual(['0', '1', 'new one']);
  });

  it('takes them back when nothing came of it, and keeps the project', async () => {
    const failed = { ok: false, error: { code: 'cancelled', message: '' } } as const;
    expect(await start(failed)).toEqual(['0', '1']);
  });
});
