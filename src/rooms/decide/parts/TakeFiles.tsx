import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/Button.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { messageOf } from '../../shared/message-of.ts';
import { toSources } from '../../shared/to-sources.ts';
import { decideWaiting } from '../decide-waiting.ts';
import type { DecideProps } from '../props.ts';
import { strings } from '../strings.ts';
import { takeIn } from '../take-in.ts';
import { incomingItems, waitingAmong } from '../waiting.ts';
import { folderPicker, type Watch, watchFolder } from '../watched-folder.ts';

const { arrivals: words } = strings;

/** Files dropped here, or found in a folder that is watched. */
export function TakeFiles(props: DecideProps) {
  const { services } = props;
  const isBusy = useSignal(false);
  const take = async (files: readonly File[]): Promise<void> => {
    isBusy.value = true;
    try {
      const { added, duplicates } = await takeIn(props, toSources(files));
      services.notify({ tone: 'good', text: words.added(added, duplicates) });
    } catch (error) {
      services.notify({ tone: 'bad', text: words.notTaken(messageOf(error)) });
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <div class="decide-files" aria-busy={isBusy.value}>
      <FileDrop label={words.drop} multiple onFiles={(files) => void take(files)} />
      <WatchFolder {...props} take={take} />
    </div>
  );
}

interface WatchFolderProps extends DecideProps {
  readonly take: (files: readonly File[]) => Promise<void>;
}

/** What comes into the folder is taken in and decided about at once, as long as the room is open. */
function WatchFolder(props: WatchFolderProps) {
  const { services, session } = props;
  const pick = folderPicker();
  const watched = useSignal<string | null>(null);
  const watch = useRef<Watch | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const stop = (): void => {
    watch.current?.stop();
    watch.current = null;
    watched.value = null;
  };
  useEffect(() => stop, [session]);
  const start = async (): Promise<void> => {
    const folder = await pick?.().catch(() => null); // Closed without choosing: nothing to say.
    if (!folder) return;
    watched.value = folder.name;
    watch.current = watchFolder(folder, {
      async onFiles(files) {
        await latest.current.take(files);
        await decideNow(latest.current);
      },
      onLost(message) {
        stop();
        services.notify({ tone: 'bad', text: words.folderLost(message) });
      },
    });
  };
  if (!pick) return <p class="decide-quiet">{words.noFolders}</p>;
  if (watched.value === null) return <Button onClick={() => void start()}>{words.watch}</Button>;
  return (
    <p class="decide-row">
      <span role="status">{words.watching(watched.value)}</span>
      <Button onClick={stop}>{words.stopWatching}</Button>
    </p>
  );
}

async function decideNow(props: DecideProps): Promise<void> {
  const { services, session } = props;
  if (session.learner.value.trainedOn === 0) return;
  try {
    const waiting = waitingAmong(await incomingItems(props), session.state.value);
    const { counts, entries } = await decideWaiting(props, waiting);
    if (entries.length > 0)
      services.notify({
        tone: 'good',
        text: words.decided(counts.accept, counts.review, counts.escalate),
      });
  } catch (error) {
    services.notify({ tone: 'bad', text: words.failed(messageOf(error)) });
  }
}
