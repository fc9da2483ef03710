import { useSignal } from '@preact/signals';
import type { ReweighingReport } from '../../../../workers/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { messageOf } from '../../shared/message-of.ts';
import type { ChosenSlice, OversightProps } from '../props.ts';
import { runSetting } from '../run-setting.ts';
import { strings } from '../strings.ts';
import { Reweighed } from './Reweighed.tsx';

const { fairness: words } = strings;

/** Measured aside first; taken over only by a press of its own, and taken back by another. */
export function Reweigh(props: OversightProps & { readonly slice: ChosenSlice }) {
  const { services, session, slice, nameOf } = props;
  const { classId, field } = slice;
  const result = useSignal<ReweighingReport | null>(null);
  const isBusy = useSignal(false);
  const measure = async (): Promise<void> => {
    isBusy.value = true;
    try {
      const outcome = await session.learnerClient.reweighing({ classId, field });
      if (!outcome.ok) throw new Error(outcome.error.message);
      result.value = outcome.value;
    } catch (error) {
      services.notify({ tone: 'bad', text: strings.failed(messageOf(error)) });
    } finally {
      isBusy.value = false;
    }
  };
  const standing = session.project.value.settings.reweighing;
  const isUsed = standing?.classId === classId && standing.field === field;
  const use = (): Promise<void> =>
    runSetting(props, { reweighing: { classId, field } }, words.reweighUsed(field));
  return (
    <>
      <h4>{words.reweigh}</h4>
      <p class="oversight-quiet">{words.reweighHint}</p>
      <Button busy={isBusy.value} onClick={() => void measure()}>
        {isBusy.value ? words.reweighing : words.reweighNow}
      </Button>
      {result.value && <Reweighed report={result.value} name={nameOf(classId)} />}
      {result.value?.kind === 'figures' && !isUsed && (
        <>
          <p class="oversight-quiet">{words.reweighUseHint}</p>
          <Button onClick={() => void use()}>{words.reweighUse}</Button>
        </>
      )}
    </>
  );
}
