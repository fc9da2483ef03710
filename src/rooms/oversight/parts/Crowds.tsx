import { sayCell, sayTest } from '../say.ts';
import { strings } from '../strings.ts';
import type { ComparedProps } from './Drift.tsx';

const { drift: words } = strings;
const SHOWN = 3;

/** Of scans that found something: in which items it lies. */
export function Crowds({ report, nameOf }: ComparedProps) {
  const changed = report.tests.filter(({ isChanged, cells }) => isChanged && cells);
  if (changed.length === 0) return null;
  return (
    <>
      <h3>{words.crowds}</h3>
      {changed.map((test) => (
        <div key={`${test.on} ${test.classId}`} class="oversight-section">
          <p dir="auto">{sayTest(test, nameOf)}</p>
          <ul class="oversight-crowds">
            {(test.cells ?? []).slice(0, SHOWN).map((cell) => {
              const said = sayCell(cell, test.n);
              return (
                <li key={said} dir="auto">
                  {said}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      <p class="oversight-quiet">{words.crowdsHint}</p>
    </>
  );
}
