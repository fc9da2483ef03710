import { describe, expect, it } from 'vitest';
import { refusalOfLength } from '../../../../src/rooms/shared/sound-length.ts';

const TEN_MINUTES = 600_000;

describe('compressed sound', () => {
  it('is refused by the length its header tells, before it is decoded', () => {
    expect(refusalOfLength(TEN_MINUTES, 1, TEN_MINUTES)).toBeNull();
    expect(refusalOfLength(TEN_MINUTES + 1, 1, TEN_MINUTES)).toContain('longer than 10 minutes');
    expect(refusalOfLength(2_000, 900_000_000, TEN_MINUTES)).toBeNull();
  });

  it('is refused by its size when it tells no length', () => {
    expect(refusalOfLength(null, 5_000_000, TEN_MINUTES)).toBeNull();
    expect(refusalOfLength(null, 50_000_000, TEN_MINUTES)).toContain('does not say how long');
  });
});
