import { useSignal } from '@preact/signals';
import type { Explanation } from '../../../../../workers/api.ts';
import type { LabelMode } from '../../../../domain/records.ts';
import { centredAt, type WordShare } from '../share.ts';
import { strings } from '../strings.ts';

/** Words listed one by one; the others are summed. */
const LISTED = 12;

export interface InNumbersProps {
  readonly explanation: Explanation;
  /** Which class, by its place in `explanation.classIds`. */
  readonly index: number;
  readonly mode: LabelMode;
  readonly shares: readonly WordShare[];
  readonly className: string;
  readonly text: string;
}

/** The score of one class, split exactly: word by word, what holds for all, and what is left. */
export function InNumbers(props: InNumbersProps) {
  const isOpen = useSignal(false);
  const { numbers } = strings;
  return (
    <details
      class="study-details"
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{numbers.title}</summary>
      {isOpen.value && (
        <>
          <p class="study-quiet">
            {numbers.about(props.className)} {props.mode === 'single' && numbers.centred}
          </p>
          <NumbersTable {...props} />
        </>
      )}
    </details>
  );
}

function NumbersTable({ explanation, index, mode, shares, text }: InNumbersProps) {
  const sorted = [...shares].sort((a, b) => Math.abs(b.total) - Math.abs(a.total));
  const rest = sorted.slice(LISTED);
  const intercept = centredAt(explanation.intercept, index, mode);
  const remainder = centredAt(explanation.remainder, index, mode);
  const words = sumOf(sorted);
  const { numbers } = strings;
  return (
    <div class="study-table">
      <table>
        <thead>
          <tr>
            {[numbers.word, numbers.named, numbers.latent, numbers.total].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, LISTED).map(({ key, ...share }) => (
            <Row key={key} name={nameOfShare(share, text)} {...share} />
          ))}
          {rest.length > 0 && <Row name={numbers.rest(rest.length)} {...sumOf(rest)} />}
          <Row name={numbers.intercept} total={intercept} />
          <Row name={numbers.remainder} total={remainder} />
          <Row name={numbers.score} total={words.total + intercept + remainder} />
        </tbody>
      </table>
    </div>
  );
}

/** As it stands in the text, and how often. */
function nameOfShare({ parts }: Pick<WordShare, 'parts'>, text: string): string {
  const [first] = parts;
  if (!first) return '';
  const word = text.slice(first.start, first.end);
  return parts.length > 1 ? strings.numbers.times(word, parts.length) : word;
}

interface RowProps {
  readonly name: string;
  readonly named?: number;
  readonly latent?: number;
  readonly total: number;
}

function Row({ name, named, latent, total }: RowProps) {
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td>{named === undefined ? '' : signed(named)}</td>
      <td>{latent === undefined ? '' : signed(latent)}</td>
      <td>{signed(total)}</td>
    </tr>
  );
}

function sumOf(shares: readonly WordShare[]): { named: number; latent: number; total: number } {
  const sum = { named: 0, latent: 0, total: 0 };
  for (const share of shares) {
    sum.named += share.named;
    sum.latent += share.latent;
    sum.total += share.total;
  }
  return sum;
}

/** With its sign, a true minus, and two places. */
function signed(value: number): string {
  const rounded = Math.abs(value).toFixed(2);
  if (rounded === '0.00') return '0.00';
  return `${value < 0 ? '−' : '+'}${rounded}`;
}
