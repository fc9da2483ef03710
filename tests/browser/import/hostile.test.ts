import { describe, expect, it } from 'vitest';
import { contentTitle } from '../../../src/domain/content.ts';
import type { Item, ProjectId } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { ImportPlan, Outcome, PreviewOptions } from '../../../workers/api.ts';
import { createImportService } from '../../../workers/import/service.ts';
import { act, answerOf, FINE, freshName, makeItems, makeProject, noSound, RUDE } from '../make.ts';

type Bytes = string | Uint8Array<ArrayBuffer>;

const named = (name: string, ...parts: Bytes[]) => [{ name, blob: new Blob(parts) }];

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

async function setUp() {
  const storage = await openStorage({ name: freshName() });
  const projectId = await makeProject(storage);
  const service = createImportService(async () => storage);
  return { storage, projectId, service };
}

function planFor(projectId: ProjectId, patch: Partial<ImportPlan> = {}): ImportPlan {
  return {
    projectId,
    modality: 'text',
    options: {},
    roles: { text: 'content', label: 'label' },
    labelSeparator: null,
    duplicates: 'skip',
    classes: { fine: FINE, rude: RUDE },
    ...patch,
  };
}

async function importText(name: string, parts: Bytes[], patch: Partial<ImportPlan> = {}) {
  const { storage, projectId, service } = await setUp();
  const outcome = await service.run(
    named(name, ...parts),
    planFor(projectId, patch),
    () => undefined,
    noSound,
  );
  return { outcome, storage, projectId, service, texts: await textsOf(storage, projectId) };
}

async function textsOf(storage: Storage, projectId: ProjectId): Promise<string[]> {
  return (await storage.items.range(projectId, 0, 1e6)).map(({ content }) => contentTitle(content));
}

const refusal = (outcome: Outcome<unknown>): string =>
  outcome.ok ? 'not refused' : outcome.error.message;

describe('hostile and broken files', () => {
  it.each([
    ['empty.csv', [''], /empty\.csv is empty/],
    ['header.csv', ['id,text\n'], /no rows below its header/],
    ['table.xlsx', [new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])], /ZIP or Excel/],
    ['scan.pdf', ['%PDF-1.7 …'], /PDF: copy its text/],
    [
      'wide.csv',
      [`${'c,'.repeat(99_999)}c\n${'1,'.repeat(99_999)}1\n`],
      /100000 columns; Hone reads at most 2000/,
    ],
  ] as const)('%s is refused in plain words', async (name, parts, words) => {
    const { service } = await setUp();
    expect(refusal(await service.preview(named(name, ...(parts as readonly Bytes[])), {}))).toMatch(
      words,
    );
  });

  it('markup and scripts stay text', async () => {
    const evil = '<img src=x onerror="globalThis.evil=1"><script>evil()</script>';
    const { texts } = await importText('a.csv', [
      `text,label\n"${evil.replaceAll('"', '""')}",rude\n`,
    ]);
    expect(texts).toEqual([evil]);
  });

  it('bad rows are named, good ones go in', async () => {
    const huge = 'x'.repeat(10_000_000);
    const rows = [
      'text,label',
      'good one,fine',
      'too,many,cells',
      `${huge},fine`,
      'strange,purple',
      ',fine',
      'last,rude',
    ];
    const { outcome, texts } = await importText('a.csv', [rows.join('\n')]);
    const report = value(outcome);
    expect(texts).toEqual(['good one', 'last']);
    expect(report).toMatchObject({ added: 2, rejected: 4 });
    expect(report.bad.map(({ row }) => row)).toEqual([3, 4, 5, 6]);
    expect(report.bad.map(({ reason }) => reason).join('\n')).toMatch(
      /3 values where[\s\S]*10000000 characters[\s\S]*“purple” is not a class[\s\S]*content is empty/,
    );
  });

  it('names that would reach into objects are only names', async () => {
    const { texts, storage, projectId } = await importText(
      'a.jsonl',
      ['{"text":"one","__proto__":{"polluted":"yes"},"constructor":"c"}\n'],
      { roles: { text: 'content', 'constructor (column)': 'field' } },
    );
    expect(texts).toEqual(['one']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((await storage.items.range(projectId, 0, 1))[0]?.fields).toEqual({
      'constructor (column)': 'c',
    });
  });

  it('NUL bytes are shown, not swallowed', async () => {
    const { texts } = await importText('a.csv', ['text,label\na\0b,fine\n']);
    expect(texts).toEqual(['a␀b']);
  });
});

describe('encodings and formats', () => {
  const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (c) => c.charCodeAt(0)).buffer);
  const latin = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(text, (c) => c.charCodeAt(0));

  it.each([
    ['utf-8 with mark', 'a.csv', ['\uFEFFtext,label\nGrüße 🙂,fine\n'], 'Grüße 🙂'],
    ['utf-16', 'a.csv', [utf16('text,label\nGrüße,fine\n')], 'Grüße'],
    [
      'windows-1252',
      'a.csv',
      [latin('text;label\nSchöne Grüße aus Köln, für alle Mädchen;fine\nGrün;rude\n')],
      'Schöne Grüße aus Köln, für alle Mädchen',
    ],
    ['tabs', 'a.tsv', ['text\tlabel\none, two\tfine\n'], 'one, two'],
    ['json', 'a.json', ['{"data":[{"text":"one","label":"fine"}]}'], 'one'],
    ['jsonl', 'a.jsonl', ['{"text":"one","label":"fine"}\n{"text":'], 'one'],
  ] as const)('%s', async (_, name, parts, first) => {
    const { texts } = await importText(name, [...parts] as Bytes[]);
    expect(texts[0]).toBe(first);
  });

  it('an encoding that the person names is used', async () => {
    const { service } = await setUp();
    const sources = named('a.csv', latin('text,label\n\xcf\xf0\xe8\xe2\xe5\xf2,fine\n'));
    const options: PreviewOptions = { encoding: 'windows-1251' };
    expect(value(await service.preview(sources, options)).rows[0]?.text).toBe('Привет');
  });
});

describe('importing and exporting', () => {
  it('skips duplicates within the file and against the project', async () => {
    const { service, projectId, outcome, storage } = await importText('a.csv', [
      'text,label\none,fine\none,fine\ntwo,rude\n',
    ]);
    expect(value(outcome)).toMatchObject({ added: 2, duplicates: 1 });
    const again = await service.run(
      named('b.csv', 'text,label\ntwo,rude\nthree,fine\n'),
      planFor(projectId),
      () => undefined,
      noSound,
    );
    expect(value(again)).toMatchObject({ added: 1, duplicates: 1 });
    expect(await textsOf(storage, projectId)).toEqual(['one', 'two', 'three']);
  });

  it('takes everything out again when cancelled', async () => {
    const { storage, projectId, service } = await setUp();
    const rows = Array.from(
      { length: 60_000 },
      (_, n) => `text number ${n} of many with some length to it,fine`,
    );
    const running = service.run(
      named('a.csv', `text,label\n${rows.join('\n')}`),
      planFor(projectId),
      () => void service.cancel(),
      noSound,
    );
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await storage.items.count(projectId)).toBe(0);
    expect(await storage.events.of(projectId)).toHaveLength(1);
  });

  it('exports labels with formulas defused, and every annotation ever made', async () => {
    const { storage, projectId, service } = await setUp();
    const [first, second] = makeItems(projectId, 2) as [never, never];
    await storage.items.add([
      { ...(first as object), content: { kind: 'text', text: '=HYPERLINK("x")' } } as never,
      second,
    ]);
    await act(storage, projectId, answerOf(first));
    await act(storage, projectId, { type: 'undo' });
    await act(storage, projectId, answerOf(first));
    const csv = await value(await service.exportLabels(projectId, 'csv')).text();
    expect(csv).toContain(`'=HYPERLINK`);
    const lines = (await value(await service.exportLabels(projectId, 'jsonl')).text())
      .trim()
      .split('\n');
    const record = JSON.parse(lines[0] ?? '') as {
      labels: string[];
      annotations: { standing: boolean }[];
    };
    expect(record.labels).toEqual(['fine']);
    expect(record.annotations.map(({ standing }) => standing)).toEqual([false, true]);
    expect(refusal(await service.exportPredictions(projectId, 'csv'))).toMatch(
      /answer a few questions first/,
    );
  });

  it('never lets an edited copy out as if it were data', async () => {
    const { storage, projectId, service } = await setUp();
    const [first, second] = makeItems(projectId, 2) as [Item, Item];
    await storage.items.add([first, second]);
    await act(storage, projectId, answerOf(first));
    await act(storage, projectId, {
      type: 'save-edit',
      itemId: first.id,
      content: { kind: 'text', text: 'an edited copy' },
      stance: 'flips',
      classes: [RUDE],
      durationMs: 5_000,
    });
    expect(await storage.items.count(projectId)).toBe(2);
    for (const kind of ['csv', 'jsonl'] as const) {
      const text = await value(await service.exportLabels(projectId, kind)).text();
      expect(text).toContain(contentTitle(first.content));
      expect(text).not.toContain('an edited copy');
      expect(text.trim().split('\n')).toHaveLength(kind === 'csv' ? 3 : 2);
    }
  });
});
