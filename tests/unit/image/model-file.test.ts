import { describe, expect, it } from 'vitest';
import {
  type NamedBytes,
  packModel,
  readModelFiles,
  unpackModel,
} from '../../../src/modalities/image/pretrained/model-file.ts';

const file = (name: string, content: string | number): NamedBytes => ({
  name,
  bytes:
    typeof content === 'number'
      ? Uint8Array.from({ length: content }, (_, i) => i % 251)
      : new TextEncoder().encode(content),
});
const json = (patch: object = {}): NamedBytes =>
  file(
    'some/folder/model.json',
    JSON.stringify({
      modelTopology: { class_name: 'Sequential' },
      weightsManifest: [
        {
          paths: ['group1-shard1of2.bin'],
          weights: [{ name: 'a', shape: [2, 3], dtype: 'float32' }],
        },
        {
          paths: ['group1-shard2of2.bin'],
          weights: [
            { name: 'b', shape: [5], dtype: 'float32', quantization: { dtype: 'uint8' } },
            { name: 'c', shape: [], dtype: 'int32' },
          ],
        },
      ],
      ...patch,
    }),
  );
const FILES = [json(), file('group1-shard1of2.bin', 24), file('x/group1-shard2of2.bin', 9)];
const CHOICES = { name: 'mine', scale: '0..1', licence: '' } as const;
const problemOf = (files: readonly NamedBytes[]): string => {
  const read = readModelFiles(files, CHOICES);
  return 'problem' in read ? read.problem : 'no problem';
};

describe('a model that a person brings', () => {
  it('comes back from one file as it was', () => {
    const read = readModelFiles(FILES, CHOICES);
    if ('problem' in read) throw new Error(read.problem);
    expect(read.header).toMatchObject({ kind: 'layers', name: 'mine', licence: '' });
    expect(read.weights).toHaveLength(33);
    expect(unpackModel(packModel(read))).toEqual(read);
  });

  it('is told by its topology, and says its licence unless the person does', () => {
    const graph = json({
      modelTopology: { node: [] },
      userDefinedMetadata: { license: 'Apache-2.0' },
    });
    const read = readModelFiles([graph, ...FILES.slice(1)], CHOICES);
    expect('header' in read && read.header).toMatchObject({ kind: 'graph', licence: 'Apache-2.0' });
    const own = readModelFiles([graph, ...FILES.slice(1)], { ...CHOICES, licence: 'CC BY 4.0' });
    expect('header' in own && own.header.licence).toBe('CC BY 4.0');
  });

  it('is refused with what is missing and what would do', () => {
    expect(problemOf(FILES.slice(1))).toMatch(/there is no \.json/);
    expect(problemOf([file('model.json', '{oh'), ...FILES.slice(1)])).toMatch(/no JSON/);
    expect(problemOf([file('model.json', '{}')])).toMatch(/no TensorFlow\.js model/);
    expect(problemOf(FILES.slice(0, 2))).toMatch(/group1-shard2of2\.bin is missing/);
    expect(problemOf([...FILES.slice(0, 2), file('group1-shard2of2.bin', 7)])).toMatch(
      /hold 31 bytes; the model needs 33/,
    );
  });

  it('is refused when the stored file was cut off or is another', () => {
    const read = readModelFiles(FILES, CHOICES);
    if ('problem' in read) throw new Error(read.problem);
    const packed = packModel(read);
    expect(() => unpackModel(packed.slice(0, 40))).toThrow(/cut off/);
    expect(() => unpackModel(new Uint8Array(100))).toThrow(/damaged/);
  });
});
