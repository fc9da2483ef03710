import { useId } from 'preact/hooks';
import { PALETTE_SIZE } from '../../domain/classes.ts';
import { ClassMark } from '../../ui/ClassMark.tsx';
import { paletteEntry } from '../../ui/palette.ts';
import './colour-picker.css';
import { strings } from './strings.ts';

interface ColourPickerProps {
  readonly label: string;
  readonly letter: string;
  /** Palette index, 0-based. */
  readonly value: number;
  readonly disabled?: boolean;
  readonly onChange: (colour: number) => void;
}

const CHOICES = Array.from({ length: PALETTE_SIZE }, (_, index) => index);

/** A mark that opens a small sheet of all marks: native popover, so Esc and focus come for free. */
export function ColourPicker({ label, letter, value, disabled, onChange }: ColourPickerProps) {
  const id = useId();
  const close = (): void => document.getElementById(id)?.hidePopover();
  return (
    <span class="colour-picker">
      <button
        type="button"
        class="colour-picker-open"
        aria-label={label}
        title={strings.colour.choose}
        popovertarget={id}
        disabled={disabled ?? false}
        style={{ anchorName: `--${anchor(id)}` }}
      >
        <ClassMark colour={value} letter={letter} />
      </button>
      <fieldset
        id={id}
        popover="auto"
        class="colour-picker-sheet"
        aria-label={label}
        style={{ positionAnchor: `--${anchor(id)}` }}
      >
        {CHOICES.map((colour) => (
          <button
            key={colour}
            type="button"
            aria-label={paletteEntry(colour).name}
            title={paletteEntry(colour).name}
            aria-pressed={colour === value % PALETTE_SIZE}
            onClick={() => {
              onChange(colour);
              close();
            }}
          >
            <ClassMark colour={colour} letter={letter} />
          </button>
        ))}
      </fieldset>
    </span>
  );
}

/** An id as a CSS custom identifier. */
const anchor = (id: string): string => `picker${id.replace(/[^A-Za-z0-9]/g, '')}`;
