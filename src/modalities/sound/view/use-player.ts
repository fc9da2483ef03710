import { useEffect, useMemo } from 'preact/hooks';
import type { Samples } from '../input.ts';
import { createPlayer, type Player } from './player.ts';

const SILENCE: Samples = { samples: new Float32Array(0), rate: 8_000 };

/** One player for as long as the sound is shown. */
export function usePlayer(sound: Samples | null): Player {
  const player = useMemo(() => createPlayer(sound ?? SILENCE), [sound]);
  useEffect(() => player.dispose, [player]);
  return player;
}

/** `p` plays and pauses, wherever the focus is, except where letters are typed. */
export function usePlayKey(player: Player, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'p' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || event.repeat) return;
      const { target } = event;
      const isTyping =
        target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
      if (isTyping || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      player.toggle();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [player, isOn]);
}
