import type { BrowseProps } from '../props.ts';
import { strings } from '../strings.ts';

/** How many match, of how many; how many were searched; how often labels and model differ. */
export function Count({ desk }: BrowseProps) {
  const shown = desk.shown.value;
  if (!shown) return <p class="browse-count" role="status" />;
  const { rows, total, searched, disagreement } = shown.answer;
  const learned = desk.trainedOn.value;
  const { isDiffering } = shown.filter;
  return (
    <div class="browse-count" data-count={rows.length} aria-busy={desk.isAsking.value}>
      <p role="status">
        <strong>{strings.found(rows.length, total)}</strong>
      </p>
      {searched > 0 && <p class="browse-quiet">{strings.searched(searched)}</p>}
      {isDiffering && disagreement.compared > 0 && (
        <p class="browse-quiet">
          {strings.disagreement(disagreement.differing, disagreement.compared, learned)}
        </p>
      )}
    </div>
  );
}
