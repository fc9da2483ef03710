/** A short click, heard once a picture is safe. Silent where the browser plays no sound. */
export function createClick(): { readonly play: () => void; readonly dispose: () => void } {
  let context: AudioContext | null = null;
  return {
    play() {
      try {
        context ??= new AudioContext();
        const gain = context.createGain();
        const tone = context.createOscillator();
        const now = context.currentTime;
        tone.frequency.setValueAtTime(1400, now);
        tone.frequency.exponentialRampToValueAtTime(300, now + 0.05);
        gain.gain.setValueAtTime(0.15, now);
        gain.gain.exponentialRampToValueAtTime(0.001, now + 0.06);
        tone.connect(gain).connect(context.destination);
        tone.start(now);
        tone.stop(now + 0.07);
      } catch {
        // The flash and the count say the same.
      }
    },
    dispose() {
      void context?.close().catch(() => undefined);
    },
  };
}
