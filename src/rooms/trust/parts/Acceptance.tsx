import type { RoutingSettings } from '../../../domain/trust/settings.ts';
import { Field } from '../../../ui/Field.tsx';
import { percent } from '../../../ui/percent.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { ReportProps } from '../props.ts';
import { strings } from '../strings.ts';
import { ByHand } from './ByHand.tsx';
import { Consequence } from './Consequence.tsx';
import { PromiseWords } from './PromiseWords.tsx';

const { accept: words } = strings;
const MOST_WRONG = [0.01, 0.02, 0.05, 0.1, 0.2] as const;
const CERTAINTY = [0.8, 0.9, 0.95, 0.99] as const;
const options = (shares: readonly number[]) =>
  shares.map((share) => ({ value: String(share), label: percent(share) }));

/** Where the threshold comes from, and what it would do to the open items. */
export function Acceptance(props: ReportProps) {
  const { routing, change, session } = props;
  const isMulti = session.project.value.mode === 'multi';
  return (
    <section class="trust-section" aria-labelledby="trust-accept">
      <h2 id="trust-accept">{words.title}</h2>
      <Segmented
        label={words.how}
        value={routing.accept.kind}
        onChange={(kind) => void change({ accept: startOf(kind, routing) })}
        options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
      />
      {routing.accept.kind === 'promise' ? (
        <PromiseSettings {...props} accept={routing.accept} />
      ) : (
        <ByHand {...props} accept={routing.accept} />
      )}
      {routing.accept.kind === 'promise' && <Consequence {...props} />}
      {isMulti && <p class="trust-quiet">{words.multi}</p>}
    </section>
  );
}

/** Back to the promise: its usual start; to by hand: a threshold that is seldom reached. */
function startOf(kind: string, { accept }: RoutingSettings): RoutingSettings['accept'] {
  if (kind === accept.kind) return accept;
  return kind === 'promise'
    ? { kind: 'promise', mostWrong: 0.05, certainty: 0.95 }
    : { kind: 'by-hand', fallback: 0.95, perClass: {} };
}

type Promised = Extract<RoutingSettings['accept'], { kind: 'promise' }>;

function PromiseSettings({ accept, change, report }: ReportProps & { readonly accept: Promised }) {
  return (
    <>
      <div class="trust-fields">
        <Field label={words.mostWrong}>
          <Select
            value={String(accept.mostWrong)}
            onChange={(value) => void change({ accept: { ...accept, mostWrong: Number(value) } })}
            options={options(MOST_WRONG)}
          />
        </Field>
        <Field label={words.certainty}>
          <Select
            value={String(accept.certainty)}
            onChange={(value) => void change({ accept: { ...accept, certainty: Number(value) } })}
            options={options(CERTAINTY)}
          />
        </Field>
      </div>
      {report.promise && <PromiseWords promise={report.promise} />}
      <p class="trust-quiet">{words.guarantee}</p>
    </>
  );
}
