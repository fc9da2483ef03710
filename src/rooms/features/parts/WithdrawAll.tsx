import { useSignal } from '@preact/signals';
import { standingFeedback } from '../../../domain/explanation/standing-feedback.ts';
import { Button } from '../../../ui/Button.tsx';
import type { FeaturesProps } from '../props.ts';
import { strings } from '../strings.ts';

/** Everything at once, after a question in place. */
export function WithdrawAll({ session, act, count }: FeaturesProps & { readonly count: number }) {
  const isAsking = useSignal(false);
  const { account, done } = strings;
  const withdraw = async (): Promise<void> => {
    isAsking.value = false;
    const targets = standingFeedback(session.state.value).ids;
    await act({ type: 'withdraw-feedback', targets }, done.withdrawn(targets.length));
  };
  if (!isAsking.value) {
    return (
      <Button
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {account.withdrawAll}
      </Button>
    );
  }
  return (
    <div class="features-sure">
      <p role="status">{account.sure(count)}</p>
      <Button variant="danger" onClick={() => void withdraw()}>
        {account.yes}
      </Button>
      <Button
        onClick={() => {
          isAsking.value = false;
        }}
      >
        {account.no}
      </Button>
    </div>
  );
}
