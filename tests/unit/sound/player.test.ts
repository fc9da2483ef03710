import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPlayer } from '../../../src/modalities/sound/view/player.ts';

/** As much of Web Audio as the player asks for, with a clock that a test turns. */
function fakeAudio() {
  const frames: (() => void)[] = [];
  const clock = { currentTime: 5 };
  const param = {
    value: 1,
    setValueAtTime: vi.fn(),
    linearRampToValueAtTime: vi.fn(),
    setTargetAtTime: vi.fn(),
  };
  const node = () => ({
    playbackRate: { value: 1 },
    gain: param,
    connect: (to: unknown) => to,
    start: vi.fn(),
    stop: vi.fn(),
  });
  class Context {
    readonly destination = {};
    get currentTime(): number {
      return clock.currentTime;
    }
    readonly resume = async (): Promise<void> => {};
    readonly close = async (): Promise<void> => {};
    readonly createBuffer = () => ({ copyToChannel: vi.fn() });
    readonly createBufferSource = node;
    readonly createGain = node;
  }
  vi.stubGlobal('AudioContext', Context);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
  return (seconds: number): void => {
    clock.currentTime += seconds;
    for (const frame of frames.splice(0)) frame();
  };
}

describe('the cursor of a sound', () => {
  afterEach(() => vi.unstubAllGlobals());

  const play = (isLooping: boolean, speed: number) => {
    const turn = fakeAudio();
    const player = createPlayer({ samples: new Float32Array(400), rate: 100 });
    player.isLooping.value = isLooping;
    player.speed.value = speed;
    player.seek(3);
    player.toggle();
    return { player, turn };
  };

  it.each([
    [false, 1],
    [true, 1],
    [true, 2],
    [true, 0.5],
  ])('begins where the sound begins (repeated: %s, speed %s)', (isLooping, speed) => {
    const { player, turn } = play(isLooping, speed);
    expect(player.place.value).toBeCloseTo(3);
    turn(0.5 / speed);
    expect(player.place.value).toBeCloseTo(3.5);
    turn(1 / speed);
    expect(player.place.value).toBeCloseTo(isLooping ? 0.5 : 4);
    player.dispose();
  });
});
