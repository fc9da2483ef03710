import { describe, expect, it } from 'vitest';
import { needRoomFor, roomNeeded } from '../../../workers/import/room-left.ts';

const source = (name: string, bytes: number) => ({ name, blob: new Blob(['x'.repeat(bytes)]) });
const needed = (modality: string, name: string) => roomNeeded(modality, [source(name, 1_000)]);

describe('the room an import needs', () => {
  it('depends on what becomes of the files', () => {
    expect(needed('text', 'a.csv')).toBe(4_000);
    expect(needed('table', 'a.csv')).toBe(4_000);
    expect(needed('image', 'a.png')).toBe(1_200);
    expect(needed('image', 'a.zip')).toBe(1_200);
    expect(needed('sound', 'a.WAV')).toBe(1_200);
    expect(needed('sound', 'a.mp3')).toBe(6_000);
    expect(needed('sound', 'a.zip')).toBe(2_000);
    expect(roomNeeded('sound', [source('a.wav', 1_000), source('b.mp3', 100)])).toBe(1_800);
  });

  it('is refused where it is missing, and never where no quota is told', async () => {
    const storage = (quotaBytes: number) => ({
      use: async () => ({ usedBytes: 1_000_000, quotaBytes }) as never,
    });
    await expect(needRoomFor(storage(10_000_000), 8_000_000)).resolves.toBeUndefined();
    await expect(needRoomFor(storage(10_000_000), 9_000_000)).rejects.toThrow('not enough space');
    await expect(needRoomFor(storage(0), 9_000_000)).resolves.toBeUndefined();
  });
});
