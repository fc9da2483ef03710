import { Button } from '../../../ui/Button.tsx';
import { formatMoment } from '../../shared/format-time.ts';
import type { DataProps } from '../props.ts';
import { strings } from '../strings.ts';

export function Imports({ services, session }: DataProps) {
  const imports = [...session.state.value.imports].reverse();
  return (
    <section class="data-section">
      <div class="data-section-head">
        <h2>{strings.imports.title}</h2>
        <Button icon="plus" onClick={() => services.router.go('import', null, session.id)}>
          {strings.imports.add}
        </Button>
      </div>
      {imports.length === 0 ? (
        <p class="data-quiet">{strings.imports.none}</p>
      ) : (
        <ul class="data-imports">
          {imports.map((event) => (
            <li key={event.id}>
              <strong>{event.source}</strong>
              <span>{strings.imports.line(event.added)}</span>
              <span class="data-quiet">
                {strings.imports.rest(event.duplicates, event.rejected)}
              </span>
              <time class="data-quiet" dateTime={new Date(event.at).toISOString()}>
                {formatMoment(event.at)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
