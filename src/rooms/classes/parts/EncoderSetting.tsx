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
import { trainedHash } from '../trained.ts';
import { BringNetwork } from './BringNetwork.tsx';
import { LearnNetwork } from './LearnNetwork.tsx';
import { TrainedNetwork } from './TrainedNetwork.tsx';

/** Which encoder reads the items; changing it touches no label. */
export function EncoderSetting(props: ClassesProps) {
  const { session } = props;
  const { encoder } = strings.settings;
  const { settings, modality } = session.project.value;
  const brought = networkHash(settings.encoder);
  const trained = trainedHash(settings.encoder);
  const { message } = session.learner.value;
  const isImage = modality === 'image';
  return (
    <section class="classes-rest" aria-label={isImage ? encoder.title : encoder.rowsTitle}>
      <h3>{isImage ? encoder.title : encoder.rowsTitle}</h3>
      {brought && <Facts {...props} hash={brought} />}
      {!brought && !trained && (
        <p class="classes-quiet">{isImage ? encoder.own : encoder.ownRows}</p>
      )}
      {(brought || trained) && message && <Notice tone="warn">{message}</Notice>}
      {brought && <Back {...props} />}
      {trained ? (
        <TrainedNetwork {...props} hash={trained}>
          <Back {...props} />
        </TrainedNetwork>
      ) : (
        <LearnNetwork {...props} since={null} />
      )}
      {isImage && <Bring {...props} isOther={brought !== null} />}
    </section>
  );
}

function Back(props: ClassesProps) {
  return (
    <Button onClick={() => void changeSettings(props, { encoder: '' })}>
      {strings.settings.encoder.backToOwn}
    </Button>
  );
}

function Bring({ isOther, ...props }: ClassesProps & { readonly isOther: boolean }) {
  const isBringing = useSignal(false);
  const { encoder } = strings.settings;
  return (
    <>
      <Button
        aria-expanded={isBringing.value}
        onClick={() => {
          isBringing.value = !isBringing.value;
        }}
      >
        {isOther ? encoder.another : encoder.bring}
      </Button>
      {isBringing.value && (
        <BringNetwork
          {...props}
          onDone={() => {
            isBringing.value = false;
          }}
        />
      )}
    </>
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
