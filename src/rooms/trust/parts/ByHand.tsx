import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { activeClasses } from '../../../domain/state.ts';
import type { RoutingSettings } from '../../../domain/trust/settings.ts';
import { Field } from '../../../ui/Field.tsx';
import { percent } from '../../../ui/percent.ts';
import { Select } from '../../../ui/Select.tsx';
import { pointAt } from '../point-at.ts';
import type { ReportProps } from '../props.ts';
import { strings } from '../strings.ts';
import { AtPoint, Consequence } from './Consequence.tsx';

const { accept: words } = strings;
const STEP = 0.025;
const CHOICES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 1] as const;

type ByHandAccept = Extract<RoutingSettings['accept'], { kind: 'by-hand' }>;

/** A slider whose consequences move with it; decided when it is let go. */
export function ByHand(props: ReportProps & { readonly accept: ByHandAccept }) {
  const { accept, change, report, session } = props;
  const id = useId();
  const value = useSignal(accept.fallback);
  useEffect(() => {
    value.value = accept.fallback;
  }, [accept.fallback, value]);
  const isMoving = value.value !== accept.fallback;
  return (
    <>
      <div class="trust-slider">
        <label for={id}>{words.threshold}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={1}
          step={STEP}
          value={value.value}
          aria-valuetext={words.thresholdValue(percent(value.value))}
          onInput={(event) => {
            value.value = event.currentTarget.valueAsNumber;
          }}
          onChange={() => void change({ accept: { ...accept, fallback: value.value } })}
        />
        <output for={id}>{words.thresholdValue(percent(value.value))}</output>
      </div>
      {isMoving ? (
        <AtPoint session={session} report={report} point={pointAt(report.curve, value.value)} />
      ) : (
        <Consequence {...props} />
      )}
      <PerClass {...props} />
    </>
  );
}

function PerClass({ accept, change, session }: ReportProps & { readonly accept: ByHandAccept }) {
  const set = (id: string, chosen: string): void => {
    const { [id]: _, ...others } = accept.perClass;
    const perClass = chosen === '' ? others : { ...others, [id]: Number(chosen) };
    void change({ accept: { ...accept, perClass } });
  };
  return (
    <details class="trust-more">
      <summary>{words.perClass}</summary>
      <div class="trust-fields">
        {activeClasses(session.project.value).map(({ id, name }) => (
          <Field key={id} label={name}>
            <Select
              value={String(accept.perClass[id] ?? '')}
              onChange={(chosen) => set(id, chosen)}
              options={[
                { value: '', label: words.asAll },
                ...CHOICES.map((share) => ({
                  value: String(share),
                  label: words.thresholdValue(percent(share)),
                })),
              ]}
            />
          </Field>
        ))}
      </div>
    </details>
  );
}
