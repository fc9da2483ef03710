import { useComputed, useSignal } from '@preact/signals';
import { isTrustEvent } from '../../../domain/fold/trust-ledger.ts';
import { verifyLogSteps } from '../../../domain/trust/audit-log.ts';
import { digest } from '../../../modalities/content-hash.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { toFileName } from '../../shared/file-name.ts';
import { formatMoment } from '../../shared/format-time.ts';
import { messageOf } from '../../shared/message-of.ts';
import { inSlices } from '../in-slices.ts';
import { searchLog } from '../log-entries.ts';
import type { DecideProps } from '../props.ts';
import { recordsCsv, recordsJson } from '../records.ts';
import { strings } from '../strings.ts';

const { log: words } = strings;
const PAGE = 20;

/** Every decision of the model and about it: searchable, provable, to take away. */
export function DecisionLog({ services, session }: DecideProps) {
  const text = useSignal('');
  const kind = useSignal('all');
  const count = useSignal(PAGE);
  const found = useComputed(() =>
    searchLog(session.state.value, { text: text.value, kind: kind.value, limit: count.value }),
  );
  const { length } = session.state.value.ledger.trust.log;
  if (length === 0) return null;
  return (
    <section class="decide-section" aria-labelledby="decide-log">
      <h2 id="decide-log">{words.title}</h2>
      <p class="decide-quiet">{words.words(length)}</p>
      <Verify services={services} session={session} />
      <div class="decide-filters">
        <Field label={words.search}>
          <TextInput
            value={text.value}
            onChange={(next) => {
              text.value = next;
            }}
          />
        </Field>
        <Field label={words.show}>
          <Select
            value={kind.value}
            onChange={(next) => {
              kind.value = next;
            }}
            options={Object.entries(words.kindsOf).map(([value, label]) => ({ value, label }))}
          />
        </Field>
      </div>
      {found.value.entries.length === 0 && <p>{words.empty}</p>}
      <ol class="decide-log">
        {found.value.entries.map((entry) => (
          <li key={entry.id} data-undone={entry.isUndone}>
            <time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at)}</time>
            <span>{entry.words}</span>
            {entry.isUndone && <em>{words.undone}</em>}
          </li>
        ))}
      </ol>
      {found.value.hasMore && (
        <Button
          onClick={() => {
            count.value += PAGE;
          }}
        >
          {words.more}
        </Button>
      )}
    </section>
  );
}

type Verdict = { readonly isSound: boolean; readonly words: string };

/** From what lies on the disk, not from what this tab remembers of it. */
async function readVerdict({ services, session }: DecideProps): Promise<Verdict> {
  const [events, heads] = await Promise.all([
    services.storage.events.of(session.id),
    session.logHeads(),
  ]);
  const [problem] = await inSlices(verifyLogSteps(events, heads, digest));
  return problem
    ? { isSound: false, words: words.broken(problem.position, words.kinds[problem.kind]) }
    : { isSound: true, words: words.sound(events.filter(isTrustEvent).length) };
}

function Verify({ services, session }: DecideProps) {
  const verdict = useSignal<Verdict | null>(null);
  const isBusy = useSignal(false);
  const verify = async (): Promise<void> => {
    isBusy.value = true;
    try {
      verdict.value = await readVerdict({ services, session });
    } catch (error) {
      verdict.value = { isSound: false, words: words.unread(messageOf(error)) };
    } finally {
      isBusy.value = false;
    }
  };
  const save = (kind: 'json' | 'csv'): void => {
    const state = session.state.value;
    const text = kind === 'json' ? recordsJson(state) : recordsCsv(state);
    const type = kind === 'json' ? 'application/json' : 'text/csv;charset=utf-8';
    services.saveFile(new Blob([text], { type }), words.file(toFileName(state.project.name), kind));
  };
  return (
    <>
      <div class="decide-row">
        <Button icon="check" busy={isBusy.value} onClick={() => void verify()}>
          {words.verify}
        </Button>
        <Button icon="download" onClick={() => save('json')}>
          {words.records}
        </Button>
        <Button icon="download" onClick={() => save('csv')}>
          {words.csv}
        </Button>
      </div>
      {verdict.value && (
        <Notice tone={verdict.value.isSound ? 'good' : 'bad'}>{verdict.value.words}</Notice>
      )}
    </>
  );
}
