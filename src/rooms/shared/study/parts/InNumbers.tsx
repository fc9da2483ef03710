import { useSignal } from '@preact/signals';
import type { Explanation } from '../../../../../workers/api.ts';
import type { Item, LabelMode } from '../../../../domain/records.ts';
import { centredAt, type PartShare } from '../../../../modalities/share.ts';
import type { ModalityView } from '../../../../modalities/view-contract.ts';
import { strings } from '../strings.ts';

/** Parts listed one by one; the others are summed. */
const LISTED = 12;

export interface InNumbersProps {
  readonly explanation: Explanation;
  /** Which class, by its place in `explanation.classIds`. */
  readonly index: number;
  readonly mode: LabelMode;
  readonly shares: readonly PartShare[];
  readonly className: string;
  readonly item: Item;
  readonly view: ModalityView;
}

/** The score of one class, split exactly: part by part, what holds for all, and what is left. */
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
            {numbers.about(props.className, props.view.words.part)}{' '}
            {props.mode === 'single' && numbers.centred}
          </p>
          <NumbersTable {...props} />
        </>
      )}
    </details>
  );
}

function NumbersTable({ explanation, index, mode, shares, item, view }: InNumbersProps) {
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
            {[numbers.part(view.words.part), numbers.named, numbers.latent, numbers.total].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, LISTED).map(({ key, ...share }) => (
            <Row key={key} name={nameOfShare(share, item, view)} {...share} />
          ))}
          {rest.length > 0 && <Row name={numbers.rest(rest.length, view.words)} {...sumOf(rest)} />}
          <Row name={numbers.intercept} total={intercept} />
          <Row name={numbers.remainder(view.words.part)} total={remainder} />
          <Row name={numbers.score} total={words.total + intercept + remainder} />
        </tbody>
      </table>
    </div>
  );
}

/** As it stands in the item, and how often. */
function nameOfShare(
  { parts }: Pick<PartShare, 'parts'>,
  { content }: Item,
  { words }: ModalityView,
): string {
  const [first] = parts;
  if (!first) return '';
  const name = words.nameOfPart(first, content);
  return parts.length > 1 ? strings.numbers.times(name, parts.length) : name;
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

function sumOf(shares: readonly PartShare[]): { named: number; latent: number; total: number } {
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
