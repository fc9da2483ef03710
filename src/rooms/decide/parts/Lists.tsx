import { useSignal } from '@preact/signals';
import type { ItemId } from '../../../domain/records.ts';
import { type DecisionLists, decisionLists } from '../../../domain/trust/incoming.ts';
import { Button } from '../../../ui/Button.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { VirtualList } from '../../../ui/VirtualList.tsx';
import type { DecideProps } from '../props.ts';
import { strings } from '../strings.ts';
import { DecisionRow } from './DecisionRow.tsx';

const { lists: words } = strings;
const ROW_ESTIMATE = 84;
/** Up to this many rows the list is as high as what is in it. */
const SHORT_LIST = 4;
const KINDS = ['review', 'escalate', 'accept', 'settled'] as const;

interface ListsProps extends DecideProps {
  /** A person takes these up, one after the other. */
  readonly onWork: (itemIds: readonly ItemId[]) => void;
}

export function Lists(props: ListsProps) {
  const { session, onWork } = props;
  const kind = useSignal<keyof DecisionLists>('review');
  const lists = decisionLists(session.state.value);
  const list = lists[kind.value];
  const isToDo = kind.value === 'review' || kind.value === 'escalate';
  return (
    <section class="decide-section" aria-labelledby="decide-lists">
      <h2 id="decide-lists">{words.title}</h2>
      <div class="decide-row">
        <Segmented
          label={words.which}
          value={kind.value}
          onChange={(value) => {
            kind.value = value as keyof DecisionLists;
          }}
          options={KINDS.map((value) => ({
            value,
            label: words.counted(words.names[value], lists[value].length),
          }))}
        />
        {isToDo && list.length > 0 && (
          <Button variant="primary" onClick={() => onWork(list)}>
            {words.work(list.length)}
          </Button>
        )}
      </div>
      {list.length === 0 ? (
        <p class="decide-quiet">{words.empty[kind.value]}</p>
      ) : (
        <div class="decide-list" data-long={list.length > SHORT_LIST}>
          <VirtualList
            key={kind.value}
            count={list.length}
            estimate={ROW_ESTIMATE}
            label={words.list}
            render={(index) => {
              const id = list[index];
              return id === undefined ? null : (
                <DecisionRow key={id} {...props} id={id} onWork={() => onWork([id])} />
              );
            }}
          />
        </div>
      )}
    </section>
  );
}
