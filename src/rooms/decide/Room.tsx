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
  const goTo = (itemIds: readonly ItemId[], at: number): void => {
    work.value = at < itemIds.length ? { itemIds, at } : null;
  };
  const itemId = work.value?.itemIds[work.value.at];
  return (
    <div class="decide-page">
      <header>
        <h1>{strings.title}</h1>
        <p class="decide-quiet">{strings.lead}</p>
      </header>
      <Arrivals {...props} />
      <Lists {...props} onWork={(itemIds) => goTo(itemIds, 0)} />
      <DecisionLog {...props} />
      {work.value && itemId && (
        <Settle
          key={itemId}
          {...props}
          itemId={itemId}
          left={work.value.itemIds.length - work.value.at - 1}
          onNext={() => {
            if (work.value) goTo(work.value.itemIds, work.value.at + 1);
          }}
          onClose={() => {
            work.value = null;
          }}
        />
      )}
    </div>
  );
}
