import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { PixelScale } from '../../../modalities/image/pretrained/model-file.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { messageOf } from '../../shared/message-of.ts';
import { changeSettings } from '../change-settings.ts';
import { readFiles, storeNetwork } from '../network.ts';
import { createNetworkFetch, type NetworkFetch } from '../network-fetch.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { NetworkAddress } from './NetworkAddress.tsx';

const SCALES: readonly PixelScale[] = ['0..1', '-1..1', '0..255'];

interface BringNetworkProps extends ClassesProps {
  readonly onDone: () => void;
}

/** Choose the files of a TensorFlow.js model, say what its pixels are, and use it. */
export function BringNetwork(props: BringNetworkProps) {
  const { services, session, onDone } = props;
  const files = useSignal<readonly File[]>([]);
  const scale = useSignal<PixelScale>('0..1');
  const licence = useSignal('');
  const fetch = useMemo(
    () => createNetworkFetch(services.openModelFetcher, document.baseURI),
    [services],
  );
  const expected = useSignal('');
  const problem = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const { encoder } = strings.settings;
  const use = async (): Promise<void> => {
    isBusy.value = true;
    try {
      const found = await findFiles(files.value, fetch);
      const stored = await storeNetwork(services, session, {
        ...found,
        scale: scale.value,
        licence: licence.value.trim() || found.licence,
        expected: expected.value,
      });
      problem.value = 'problem' in stored ? stored.problem : null;
      if ('problem' in stored) return;
      await changeSettings(props, { encoder: stored.encoder });
      onDone();
    } catch (error) {
      problem.value = messageOf(error);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <div class="classes-rest">
      <p class="classes-quiet">{encoder.how}</p>
      <FileDrop
        multiple
        accept=".json,.bin"
        label={encoder.drop}
        onFiles={(chosen) => {
          files.value = chosen;
          problem.value = null;
        }}
      />
      {files.value.length > 0 && <p>{encoder.chosen(files.value.map(({ name }) => name))}</p>}
      {files.value.length === 0 && (
        <NetworkAddress
          fetch={fetch}
          onFault={(error) => {
            problem.value = messageOf(error);
          }}
        />
      )}
      <Field label={encoder.expected} hint={encoder.expectedHint}>
        <TextInput
          spellcheck={false}
          value={expected.value}
          onChange={(value) => {
            expected.value = value;
          }}
        />
      </Field>
      <Field label={encoder.scale} hint={encoder.scaleHint}>
        <Select
          value={scale.value}
          options={SCALES.map((value) => ({ value, label: encoder.scales[value] }))}
          onChange={(value) => {
            scale.value = SCALES.find((one) => one === value) ?? '0..1';
          }}
        />
      </Field>
      <Field label={encoder.licenceField} hint={encoder.licenceHint}>
        <TextInput
          value={licence.value}
          onChange={(value) => {
            licence.value = value;
          }}
        />
      </Field>
      {problem.value !== null && <Notice tone="bad">{problem.value}</Notice>}
      <Button
        variant="primary"
        disabled={(files.value.length === 0 && fetch.step.value.at !== 'here') || isBusy.value}
        onClick={() => void use()}
      >
        {isBusy.value ? encoder.storing : encoder.use}
      </Button>
    </div>
  );
}

/** What was chosen from the disk, or else what has come from the address. */
async function findFiles(chosen: readonly File[], { step }: NetworkFetch) {
  const { value } = step;
  if (chosen.length > 0 || value.at !== 'here') {
    const files = await readFiles(chosen);
    const name = files.find((file) => file.name.endsWith('.json'))?.name ?? '';
    return { files, name, licence: '' };
  }
  const { files, licence, source } = value.network;
  return { files, licence, source, name: files[0]?.name ?? '' };
}
