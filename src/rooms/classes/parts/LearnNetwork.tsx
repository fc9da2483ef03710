import { useSignal } from '@preact/signals';
import { FEWEST_ANSWERS } from '../../../modalities/trained/facts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import type { SinceThen } from '../trained.ts';
import { NetworkOfferCard } from './NetworkOfferCard.tsx';

interface LearnNetworkProps extends ClassesProps {
  /** Of the network in use; null = none is. */
  readonly since: SinceThen | null;
}

/** Trains a network on the answers when a person asks for it, and shows what it is worth. */
export function LearnNetwork({ since, ...props }: LearnNetworkProps) {
  const { session } = props;
  const problem = useSignal<string | null>(null);
  const { learned } = strings.settings.encoder;
  const { network, trainedOn } = session.learner.value;
  const train = async (): Promise<void> => {
    problem.value = null;
    const outcome = await session.learnerClient.trainNetwork();
    // What went wrong in the training itself is in the status, and stays when this room is left.
    if (!outcome.ok && session.learner.value.network?.kind !== 'failed')
      problem.value = outcome.error.message;
  };
  const stop = (): void => void session.learnerClient.stopNetwork();
  if (network?.kind === 'offer') return <NetworkOfferCard {...props} offer={network.offer} />;
  if (network?.kind === 'training') {
    return (
      <div class="classes-rest" aria-live="polite">
        <Progress value={network.fraction} label={learned.training} />
        <Button onClick={stop}>{learned.stop}</Button>
      </div>
    );
  }
  const isEnough = trainedOn >= FEWEST_ANSWERS;
  const failure = network?.kind === 'failed' ? network.message : problem.value;
  return (
    <>
      <p class="classes-quiet">{since ? learned.leadAgain : learned.lead}</p>
      {failure !== null && <Notice tone="bad">{failure}</Notice>}
      <Button
        disabled={!isEnough}
        {...(since?.isWorthIt ? { variant: 'primary' as const } : {})}
        onClick={() => void train()}
      >
        {since ? learned.again(since.more) : learned.train}
      </Button>
      {!isEnough && <p class="classes-quiet">{learned.needs(FEWEST_ANSWERS, trainedOn)}</p>}
    </>
  );
}
