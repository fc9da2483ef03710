import { useComputed, useSignal } from '@preact/signals';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { VirtualList } from '../../../ui/VirtualList.tsx';
import type { DataProps } from '../props.ts';
import { REVIEW_KINDS, type ReviewKind, reviewCounts, reviewList } from '../review-list.ts';
import { strings } from '../strings.ts';
import { ReviewRow } from './ReviewRow.tsx';

/** Pixels a row takes before it is measured. */
const ROW_ESTIMATE = 76;
/** Up to this many rows the list is as high as what is in it; beyond, it takes most of the screen. */
const SHORT_LIST = 3;

export function Review({ services, session }: DataProps) {
  const kind = useSignal<ReviewKind>(firstWorthwhile(session));
  const ids = useComputed(() => reviewList(session.state.value, kind.value));
  const counts = useComputed(() => reviewCounts(session.state.value));
  const list = ids.value;
  return (
    <section class="data-section data-review">
      <h2>{strings.review.title}</h2>
      <p class="data-quiet">{strings.review.lead}</p>
      <Segmented
        label={strings.review.which}
        value={kind.value}
        options={REVIEW_KINDS.map((value) => ({
          value,
          label: strings.review.counted(strings.review[value], counts.value[value]),
        }))}
        onChange={(value) => {
          kind.value = value as ReviewKind;
        }}
      />
      {list.length === 0 ? (
        <EmptyState title={strings.review.counted(strings.review[kind.value], 0)}>
          <p>{strings.review.empty[kind.value]}</p>
        </EmptyState>
      ) : (
        <div class="data-review-list" data-long={list.length > SHORT_LIST}>
          <VirtualList
            key={kind.value}
            count={list.length}
            estimate={ROW_ESTIMATE}
            label={strings.review.list}
            render={(index) => {
              const id = list[index];
              return id === undefined ? null : (
                <ReviewRow key={id} services={services} session={session} id={id} />
              );
            }}
          />
        </div>
      )}
    </section>
  );
}

/** Opens on a list that has something in it, where there is one. */
function firstWorthwhile(session: DataProps['session']): ReviewKind {
  const counts = reviewCounts(session.state.value);
  return REVIEW_KINDS.find((kind) => counts[kind] > 0) ?? 'flagged';
}
