/** A short soft tone: it is on the disk. */
const HERTZ = 880;
const SECONDS = 0.12;
const VOLUME = 0.12;

export interface Chime {
  readonly ring: () => void;
  readonly dispose: () => void;
}

/** Where the device plays nothing the message on the screen says the same. */
export function createChime(): Chime {
  let context: AudioContext | null = null;
  return {
    ring() {
      try {
        context ??= new AudioContext();
        const tone = new OscillatorNode(context, { frequency: HERTZ });
        const gain = new GainNode(context, { gain: 0 });
        const now = context.currentTime;
        gain.gain.linearRampToValueAtTime(VOLUME, now + 0.01);
        gain.gain.linearRampToValueAtTime(0, now + SECONDS);
        tone.connect(gain).connect(context.destination);
        tone.start(now);
        tone.stop(now + SECONDS);
      } catch {
        context = null;
      }
    },
    dispose() {
      void context?.close();
      context = null;
    },
  };
}
