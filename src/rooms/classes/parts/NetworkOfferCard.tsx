import { useSignal } from '@preact/signals';
import type { NetworkKind, NetworkOffer, ReadingQuality } from '../../../../workers/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { Interval } from '../../../ui/Interval.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { changeSettings } from '../change-settings.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';

const { learned } = strings.settings.encoder;

interface OfferProps extends ClassesProps {
  readonly offer: NetworkOffer;
}

/** What each way of reading is worth on the same answers; the person decides. */
export function NetworkOfferCard({ offer, ...props }: OfferProps) {
  const { session } = props;
  const problem = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const take = async (kind: NetworkKind): Promise<void> => {
    isBusy.value = true;
    try {
      const kept = await session.learnerClient.keepNetwork(kind);
      problem.value = kept.ok ? null : kept.error.message;
      if (kept.ok) await changeSettings(props, { encoder: kept.value });
    } finally {
      isBusy.value = false;
    }
  };
  const { own, choices, folds, answers, advice } = offer;
  return (
    <div class="classes-offer">
      <h4>{learned.offer}</h4>
      <p>{learned.summary(offer)}</p>
      <p class="classes-quiet">{learned.compared(answers, folds)}</p>
      <Reading title={learned.own} quality={own} />
      {choices.map((choice) => (
        <Reading key={choice.kind} title={learned.titles[choice.kind]} quality={choice}>
          {learned.duel(choice.wins, choice.losses)}
        </Reading>
      ))}
      {own.audit === null && <p class="classes-quiet">{learned.auditNone}</p>}
      {problem.value !== null && <Notice tone="bad">{problem.value}</Notice>}
      <div class="classes-buttons">
        <Button
          {...(advice === null ? { variant: 'primary' as const } : {})}
          disabled={isBusy.value}
          onClick={() => void session.learnerClient.stopNetwork()}
        >
          {learned.keep}
        </Button>
        {choices.map(({ kind }) => (
          <Button
            key={kind}
            {...(advice === kind ? { variant: 'primary' as const } : {})}
            disabled={isBusy.value}
            onClick={() => void take(kind)}
          >
            {learned.take(learned.kinds[kind])}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface ReadingProps {
  readonly title: string;
  readonly quality: ReadingQuality;
  readonly children?: string;
}

function Reading({ title, quality, children }: ReadingProps) {
  return (
    <section class="classes-reading" aria-label={title}>
      <h5>{title}</h5>
      <Interval label={learned.folded} {...quality.folded} />
      {quality.audit && <Interval label={learned.audit} {...quality.audit} />}
      {children && <p class="classes-quiet">{children}</p>}
    </section>
  );
}
