import type { CellFacts } from './cell-facts.ts';
import { strings } from './strings.ts';

const SIGNS = { low: '▼', high: '▲', rare: '◆' } as const;

/** A cell as it was imported; what is unusual says so with a sign and a word. */
export function Value({ cell, facts }: { readonly cell: string; readonly facts: CellFacts }) {
  if (facts.isMissing) return <em class="table-missing">{strings.missing}</em>;
  return (
    <>
      <span dir="auto">{cell}</span>
      {facts.unusual && (
        <span class="table-unusual">
          <span aria-hidden="true">{SIGNS[facts.unusual]}</span> {strings[facts.unusual]}
        </span>
      )}
    </>
  );
}
