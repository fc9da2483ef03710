import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PredictionRow } from '../../../../workers/api.ts';
import { contentTitle } from '../../../domain/content.ts';
import type { Item } from '../../../domain/records.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { percent } from '../../../ui/percent.ts';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import { createNameOf, namesOf } from '../sentences.ts';
import { strings } from '../strings.ts';
import type { DeskDialogProps } from './props.ts';

interface Changed {
  readonly item: Item;
  readonly prediction: PredictionRow;
}

/** Which predictions the last answer changed, and to what. */
export function ChangedDialog({ services, session, desk, open, onClose }: DeskDialogProps) {
  const changed = useSignal<readonly Changed[]>([]);
  useEffect(() => {
    if (!open) return;
    const ids = session.learner.value.change?.flippedItems ?? [];
    void (async () => {
      const [items, outcome] = await Promise.all([
        session.items(ids),
        session.learnerClient.predict(ids),
      ]);
      if (!outcome.ok) return services.notify({ tone: 'bad', text: outcome.error.message });
      const byId = new Map(outcome.value.map((row) => [row.itemId, row]));
      changed.value = items.flatMap((item) => {
        const prediction = item && byId.get(item.id);
        return prediction ? [{ item, prediction }] : [];
      });
    })();
  }, [open]);
  const nameOf = createNameOf(session.project.value.classes);
  return (
    <Dialog open={open} title={strings.change.title} onClose={onClose}>
      <ul class="changed">
        {changed.value.map(({ item, prediction: { proposal } }) => (
          <li key={item.id} class="changed-row">
            <button
              type="button"
              class="history-entry"
              onClick={() => {
                onClose();
                void desk.open(item.id);
              }}
            >
              <span class="history-text">
                <ItemBrief session={session} content={item.content} />
              </span>
              <b>
                {strings.change.now(
                  namesOf(proposal.classes, nameOf),
                  percent(proposal.probability),
                )}
              </b>
            </button>
            <a
              href={services.router.href('study', session.id, item.id)}
              aria-label={strings.change.study(contentTitle(item.content).slice(0, 60))}
            >
              {strings.change.studyShort}
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
