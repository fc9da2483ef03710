/** The last so many samples that were heard: what came before the key was pressed is still there. Pure. */
export interface Ring {
  readonly push: (block: Float32Array) => void;
  /** Up to so many samples, oldest first; fewer when less was heard. */
  readonly last: (count: number) => Float32Array;
  readonly size: () => number;
}

export function createRing(capacity: number): Ring {
  if (!(capacity >= 1)) throw new RangeError(`a ring of ${capacity} samples: must be at least 1`);
  const kept = new Float32Array(capacity);
  let next = 0;
  let heard = 0;
  return {
    push(block) {
      // Of a block longer than the ring only its end would stay anyway.
      const own = block.length > capacity ? block.subarray(block.length - capacity) : block;
      const first = Math.min(own.length, capacity - next);
      kept.set(own.subarray(0, first), next);
      kept.set(own.subarray(first), 0);
      next = (next + own.length) % capacity;
      heard = Math.min(capacity, heard + own.length);
    },
    last(count) {
      const size = Math.max(0, Math.min(Math.floor(count), heard));
      const from = (next - size + capacity) % capacity;
      const result = new Float32Array(size);
      const first = Math.min(size, capacity - from);
      result.set(kept.subarray(from, from + first));
      result.set(kept.subarray(0, size - first), first);
      return result;
    },
    size: () => heard,
  };
}
