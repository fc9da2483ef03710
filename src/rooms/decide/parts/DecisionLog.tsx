import { useComputed, useSignal } from '@preact/signals';
import { verifyLog } from '../../../domain/trust/audit-log.ts';
import { digest } from '../../../modalities/content-hash.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { toFileName } from '../../shared/file-name.ts';
import { formatMoment } from '../../shared/format-time.ts';
import { logEntries, searchLog } from '../log-entries.ts';
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
  const entries = useComputed(() => logEntries(session.state.value));
  const found = useComputed(() => searchLog(entries.value, { text: text.value, kind: kind.value }));
  if (entries.value.length === 0) return null;
  return (
    <section class="decide-section" aria-labelledby="decide-log">
      <h2 id="decide-log">{words.title}</h2>
      <p class="decide-quiet">{words.words(entries.value.length)}</p>
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
      {found.value.length === 0 && <p>{words.empty}</p>}
      <ol class="decide-log">
        {found.value.slice(0, count.value).map((entry) => (
          <li key={entry.id} data-undone={entry.isUndone}>
            <time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at)}</time>
            <span>{entry.words}</span>
            {entry.isUndone && <em>{words.undone}</em>}
          </li>
        ))}
      </ol>
      {found.value.length > count.value && (
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

function Verify({ services, session }: DecideProps) {
  const verdict = useSignal<Verdict | null>(null);
  const verify = async (): Promise<void> => {
    const state = session.state.value;
    const [events, heads] = await Promise.all([
      services.storage.events.of(session.id),
      session.logHeads(),
    ]);
    const [problem] = verifyLog(events, heads, digest);
    verdict.value = problem
      ? { isSound: false, words: words.broken(problem.position, words.kinds[problem.kind]) }
      : { isSound: true, words: words.sound(state.ledger.trust.log.length) };
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
        <Button icon="check" onClick={() => void verify()}>
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
