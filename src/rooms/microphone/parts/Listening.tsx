import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Microphone } from '../microphone.ts';
import { strings } from '../strings.ts';
import type { MicrophoneProps } from './props.ts';

const SECONDS = [1, 2, 3, 5, 10, 20, 30] as const;

/** On and off, how loud it is, how much is kept. */
export function Listening({ desk }: MicrophoneProps) {
  const { microphone, seconds } = desk;
  const phase = microphone.phase.value;
  const isOn = phase === 'on';
  const choices = [...new Set([...SECONDS, seconds.value])].sort((a, b) => a - b);
  return (
    <section class="microphone-listening" aria-label={strings.title}>
      <p class="microphone-quiet">{strings.intro}</p>
      {phase !== 'on' && phase !== 'off' && phase !== 'asking' && (
        <Notice tone="bad">{strings.phases[phase]}</Notice>
      )}
      <div class="microphone-row">
        <Button
          variant={isOn ? 'plain' : 'primary'}
          size="l"
          icon="microphone"
          busy={phase === 'asking'}
          onClick={() => (isOn ? microphone.stop() : void microphone.start())}
        >
          {isOn ? strings.stop : strings.listen}
        </Button>
        {phase === 'asking' && <span role="status">{strings.asking}</span>}
        <LevelMeter microphone={microphone} />
      </div>
      <Field label={strings.length}>
        <Select
          value={String(seconds.value)}
          options={choices.map((count) => ({
            value: String(count),
            label: strings.seconds(count),
          }))}
          onChange={(value) => {
            seconds.value = Number(value);
          }}
        />
      </Field>
    </section>
  );
}

function LevelMeter({ microphone }: { readonly microphone: Microphone }) {
  const percent = Math.round(100 * microphone.level.value);
  return (
    <div class="microphone-level">
      <meter aria-label={strings.level} min={0} max={100} value={percent} />
      <span class="microphone-quiet">
        {strings.heard(microphone.heard.value)}
        {microphone.isCut.value && ` ${strings.tooLoud}`}
      </span>
    </div>
  );
}
