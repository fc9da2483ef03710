import { useSignal } from '@preact/signals';
import type { BlobHash } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { formatBytes } from '../../shared/format-bytes.ts';
import { useLoaded } from '../../shared/use-loaded.ts';
import { changeSettings } from '../change-settings.ts';
import { networkHash, readNetwork } from '../network.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { BringNetwork } from './BringNetwork.tsx';

/** Which encoder reads the pictures; changing it touches no label. */
export function EncoderSetting(props: ClassesProps) {
  const { session } = props;
  const isBringing = useSignal(false);
  const { encoder } = strings.settings;
  const hash = networkHash(session.project.value.settings.encoder);
  const { message } = session.learner.value;
  return (
    <section class="classes-rest" aria-label={encoder.title}>
      <h3>{encoder.title}</h3>
      {hash ? <Facts {...props} hash={hash} /> : <p class="classes-quiet">{encoder.own}</p>}
      {hash && message && <Notice tone="warn">{message}</Notice>}
      <div class="classes-buttons">
        {hash && (
          <Button onClick={() => void changeSettings(props, { encoder: '' })}>
            {encoder.backToOwn}
          </Button>
        )}
        <Button
          aria-expanded={isBringing.value}
          onClick={() => {
            isBringing.value = !isBringing.value;
          }}
        >
          {hash ? encoder.another : encoder.bring}
        </Button>
      </div>
      {isBringing.value && (
        <BringNetwork
          {...props}
          onDone={() => {
            isBringing.value = false;
          }}
        />
      )}
    </section>
  );
}

function Facts({ session, hash }: ClassesProps & { readonly hash: BlobHash }) {
  const { loaded } = useLoaded(() => readNetwork(session, hash), [session, hash]);
  const { encoder } = strings.settings;
  if (loaded.status === 'loading') return null;
  if (loaded.status === 'failed') return <Notice tone="bad">{loaded.message}</Notice>;
  const { name, licence, bytes, source, filesHash } = loaded.value;
  return (
    <ul class="classes-quiet">
      <li>{encoder.network(name, formatBytes(bytes))}</li>
      <li>{licence === '' ? encoder.noLicence : encoder.licence(licence)}</li>
      {source !== undefined && <li class="classes-hash">{encoder.source(source)}</li>}
      {filesHash !== undefined && <li class="classes-hash">{encoder.filesHash(filesHash)}</li>}
      <li>{encoder.hash(hash.slice(0, 16))}</li>
    </ul>
  );
}
