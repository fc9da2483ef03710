import { Button } from '../../../ui/Button.tsx';
import { ClassChip } from '../../../ui/ClassChip.tsx';
import { Toggle } from '../../../ui/Toggle.tsx';
import { keepKey } from '../actions.ts';
import { strings } from '../strings.ts';
import type { MicrophoneProps } from './props.ts';

/** Keeps what was just heard; with a class it is labelled too. */
export function KeepButtons({ desk, classes }: MicrophoneProps) {
  const isWaiting = desk.take.value !== null;
  const canKeep = isWaiting || desk.microphone.heard.value > 0;
  return (
    <section class="microphone-keep" aria-label={strings.keep}>
      <div class="microphone-row">
        <Button
          variant="primary"
          size="l"
          shortcut={keepKey(classes)}
          disabled={!canKeep}
          busy={desk.isSaving.value}
          onClick={() => void desk.keep(null)}
        >
          {isWaiting ? strings.save : strings.keep}
        </Button>
        <Toggle
          label={strings.trimFirst}
          value={desk.trimsFirst.value}
          onChange={(isOn) => {
            desk.trimsFirst.value = isOn;
          }}
        />
      </div>
      {classes.length > 0 && <p class="microphone-quiet">{strings.labelHint}</p>}
      <div class="microphone-row">
        {classes.map((definition) => (
          <ClassChip
            key={definition.id}
            definition={definition}
            onClick={() => void desk.keep(definition.id)}
          />
        ))}
      </div>
    </section>
  );
}
