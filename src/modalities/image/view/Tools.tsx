import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Toggle } from '../../../ui/Toggle.tsx';
import { strings } from './strings.ts';
import { STEP } from './zoom.ts';

export interface Light {
  /** Percent; 100 = as taken. */
  readonly contrast: number;
  readonly brightness: number;
  readonly isInverted: boolean;
}

export const AS_TAKEN: Light = { contrast: 100, brightness: 100, isInverted: false };

export interface ToolsProps {
  readonly scale: number;
  readonly zoom: (factor: number) => void;
  readonly whole: () => void;
  readonly light: Signal<Light>;
}

/** One quiet row below the picture. What is set stays for the pictures that follow. */
export function Tools({ scale, zoom, whole, light }: ToolsProps) {
  const row = useRef<HTMLElement>(null);
  const isOpen = useSignal(false);
  const isFull = useFullScreen(row);
  return (
    <figcaption class="viewer-tools" ref={row}>
      <div class="viewer-row" role="toolbar" aria-label={strings.tools}>
        <IconButton icon="minus" label={strings.zoomOut} onClick={() => zoom(1 / STEP)} />
        <button type="button" class="viewer-scale" title={strings.whole} onClick={whole}>
          <span class="visually-hidden">{strings.whole}, </span>
          {strings.zoomed(scale.toFixed(1))}
        </button>
        <IconButton icon="plus" label={strings.zoomIn} onClick={() => zoom(STEP)} />
        <span class="viewer-gap" />
        <IconButton
          icon="light"
          label={strings.light}
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        />
        <IconButton
          icon={isFull.value ? 'shrink' : 'expand'}
          label={isFull.value ? strings.leaveFullScreen : strings.fullScreen}
          onClick={() => void toggleFullScreen(row.current)}
        />
      </div>
      {isOpen.value && <LightTools light={light} />}
    </figcaption>
  );
}

function LightTools({ light }: Pick<ToolsProps, 'light'>) {
  const set = (patch: Partial<Light>): void => {
    light.value = { ...light.value, ...patch };
  };
  const { contrast, brightness, isInverted } = light.value;
  return (
    <div class="viewer-light">
      <Slider
        label={strings.contrast}
        value={contrast}
        onInput={(value) => set({ contrast: value })}
      />
      <Slider
        label={strings.brightness}
        value={brightness}
        onInput={(value) => set({ brightness: value })}
      />
      <Toggle
        label={strings.invert}
        value={isInverted}
        onChange={(value) => set({ isInverted: value })}
      />
      <Button variant="quiet" icon="undo" onClick={() => set(AS_TAKEN)}>
        {strings.asTaken}
      </Button>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly onInput: (value: number) => void;
}

function Slider({ label, value, onInput }: SliderProps) {
  return (
    <label class="viewer-slider">
      <span>{label}</span>
      <input
        type="range"
        min={20}
        max={300}
        step={5}
        value={value}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

function useFullScreen(row: { readonly current: HTMLElement | null }) {
  const isFull = useSignal(false);
  useEffect(() => {
    const look = (): void => {
      isFull.value =
        document.fullscreenElement !== null &&
        document.fullscreenElement === row.current?.closest('.viewer');
    };
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  return isFull;
}

/** Refused by the browser (in a frame, say): the picture stays where it is. */
async function toggleFullScreen(row: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined);
  else
    await row
      ?.closest('.viewer')
      ?.requestFullscreen()
      .catch(() => undefined);
}
