import { strings } from './strings.ts';
import './key-input.css';

interface KeyInputProps {
  readonly label: string;
  /** One lower-case character, or '' for none. */
  readonly value: string;
  readonly disabled?: boolean;
  readonly onChange: (key: string) => void;
}

/** Takes the key that is pressed; Backspace or Delete takes it away; Tab and Enter pass through. */
export function KeyInput({ label, value, disabled, onChange }: KeyInputProps) {
  return (
    <input
      class="key-input"
      aria-label={label}
      title={strings.key.hint}
      placeholder={strings.key.none}
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      value={value}
      disabled={disabled ?? false}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => {
        // The last character typed wins; touch keyboards send no usable keydown.
        const typed = [...event.currentTarget.value.trim()].at(-1) ?? '';
        event.currentTarget.value = value;
        onChange(typed.toLowerCase());
      }}
    />
  );
}
