import { useSignal } from '@preact/signals';
import type { ItemId } from '../../domain/records.ts';
import type { RoomProps } from '../room.ts';
import { Arrivals } from './parts/Arrivals.tsx';
import { DecisionLog } from './parts/DecisionLog.tsx';
import { Lists } from './parts/Lists.tsx';
import { Settle } from './parts/Settle.tsx';
import { strings } from './strings.ts';
import type { Work } from './work.ts';
import './decide.css';

export default function DecideRoom({ services, session }: RoomProps) {
  const work = useSignal<Work | null>(null);
  if (!session) return <p>{strings.needsProject}</p>;
  const props = { services, session };
  const begin = (itemIds: readonly ItemId[]): void => {
    const [itemId, ...rest] = itemIds;
    work.value = itemId ? { itemId, rest } : null;
  };
  return (
    <div class="decide-page">
      <header>
        <h1>{strings.title}</h1>
        <p class="decide-quiet">{strings.lead}</p>
      </header>
      <Arrivals {...props} />
      <Lists {...props} onWork={begin} />
      <DecisionLog {...props} />
      {work.value && (
        <Settle
          key={work.value.itemId}
          {...props}
          work={work.value}
          onNext={() => begin(work.value?.rest ?? [])}
          onClose={() => {
            work.value = null;
          }}
        />
      )}
    </div>
  );
}
