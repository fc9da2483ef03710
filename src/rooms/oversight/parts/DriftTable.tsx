import { useSignal } from '@preact/signals';
import type { DriftTest } from '../../../../workers/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { sayChance, sayTest, sayVerdict } from '../say.ts';
import { strings } from '../strings.ts';
import type { ComparedProps } from './Drift.tsx';
import { Heads } from './Heads.tsx';
import { Scrolled } from './Scrolled.tsx';

const { drift: words } = strings;
const SHOWN = 12;

/** The least likely by chance first; what moves by its nature last. */
export function DriftTable({ report, nameOf }: ComparedProps) {
  const isAll = useSignal(false);
  const rank = ({ isMoving, p }: DriftTest): number => (isMoving ? 2 : p);
  const sorted = [...report.tests].sort((a, b) => rank(a) - rank(b));
  const rows = isAll.value ? sorted : sorted.slice(0, SHOWN);
  const heads = [
    words.what,
    words.verdict,
    words.chance,
    words.corrected,
    words.size,
    words.how,
    words.n,
  ];
  return (
    <>
      <h3>{words.table}</h3>
      <Scrolled label={words.table}>
        <table class="oversight-table">
          <Heads words={heads} />
          <tbody>
            {rows.map((test) => (
              <tr key={`${test.on} ${test.column} ${test.classId}`} data-changed={test.isChanged}>
                <th scope="row" dir="auto">
                  {sayTest(test, nameOf)}
                </th>
                <td>{sayVerdict(test)}</td>
                <td>{sayChance(test.p)}</td>
                <td>{test.isMoving ? strings.none : sayChance(test.adjusted)}</td>
                <td>{test.psi === null ? strings.none : test.psi.toFixed(2)}</td>
                <td>{words.tests[test.test]}</td>
                <td>{test.n.join(' / ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {rows.length < sorted.length && (
        <Button
          onClick={() => {
            isAll.value = true;
          }}
        >
          {words.more(sorted.length)}
        </Button>
      )}
      <p class="oversight-quiet">{words.indexHint}</p>
      {report.leftOut.length > 0 && (
        <p class="oversight-quiet">{words.leftOut(report.leftOut.join(', '))}</p>
      )}
    </>
  );
}
