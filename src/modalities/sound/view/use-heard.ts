import { useEffect, useState } from 'preact/hooks';
import type { Samples, SoundInput } from '../input.ts';
import { soundOf } from '../synthesis.ts';

/** What is to be heard of a sound, its edited places filled; null until that is made, or where nothing is. */
export function useHeard(input: SoundInput | null): Samples | null {
  const isAsRecorded = input !== null && input.patches.length === 0;
  const [made, setMade] = useState<{ readonly of: SoundInput; readonly sound: Samples } | null>(
    null,
  );
  useEffect(() => {
    if (!input || isAsRecorded) return;
    const controller = new AbortController();
    soundOf(input, { signal: controller.signal }).then(
      (sound) => setMade({ of: input, sound }),
      () => undefined, // Another change came first.
    );
    return () => controller.abort();
  }, [input, isAsRecorded]);
  if (isAsRecorded) return input;
  return made && made.of === input ? made.sound : null;
}
