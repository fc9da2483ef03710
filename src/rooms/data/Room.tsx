import { Spinner } from '../../ui/Spinner.tsx';
import type { RoomProps } from '../room.ts';
import { useActions } from '../shared/use-actions.ts';
import { dataActions } from './actions.ts';
import { Counts } from './parts/Counts.tsx';
import { Exports } from './parts/Exports.tsx';
import { Imports } from './parts/Imports.tsx';
import { RemoveSection } from './parts/RemoveSection.tsx';
import { Review } from './parts/Review.tsx';
import type { DataProps } from './props.ts';
import { strings } from './strings.ts';
import { useSummary } from './use-summary.ts';
import './data.css';

export default function DataRoom({ services, session }: RoomProps) {
  if (session === null) return <p>{strings.needsProject}</p>;
  return <DataPage services={services} session={session} />;
}

function DataPage({ services, session }: DataProps) {
  const row = useSummary(services, session.id);
  useActions(services, () => dataActions({ services, session }), [services, session]);
  return (
    <div class="data-page">
      <header>
        <h1>{strings.title}</h1>
        <p class="data-quiet">{strings.lead}</p>
      </header>
      {row === null ? (
        <Spinner label={strings.counts.title} />
      ) : (
        <Counts session={session} row={row} />
      )}
      <div class="data-columns">
        <Review services={services} session={session} />
        <div class="data-side">
          <Exports services={services} session={session} row={row} />
          <Imports services={services} session={session} />
          {row !== null && <RemoveSection services={services} row={row} />}
        </div>
      </div>
    </div>
  );
}
