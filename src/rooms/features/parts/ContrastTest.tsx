import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useLoaded } from '../../shared/use-loaded.ts';
import type { FeaturesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { Share } from './AnchoringMeter.tsx';

/** The project's own pairs as a test: what random test sets hide. */
export function ContrastTest({ session, act }: FeaturesProps) {
  const { contrast, done } = strings;
  const { loaded, reload } = useLoaded(async () => {
    const outcome = await session.learnerClient.contrast();
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  }, [session, session.learner.value.learnedUpTo]);
  const share = session.project.value.settings.contrastShare ?? 0;
  return (
    <section class="features-section">
      <h2>{contrast.title}</h2>
      <p class="features-quiet">{contrast.words}</p>
      <Field label={contrast.share}>
        <Select
          value={String(share)}
          onChange={(value) =>
            void act(
              { type: 'change-settings', patch: { contrastShare: Number(value) } },
              done.setting,
            )
          }
          options={Object.entries(contrast.shares).map(([value, label]) => ({ value, label }))}
        />
      </Field>
      {loaded.status === 'failed' && (
        <Notice tone="bad" actions={<Button onClick={reload}>{strings.retry}</Button>}>
          {strings.failed(loaded.message)}
        </Notice>
      )}
      {loaded.status === 'ready' &&
        (loaded.value.pairs === 0 ? (
          <p>{contrast.none}</p>
        ) : (
          <>
            <p>{contrast.count(loaded.value.pairs, loaded.value.held)}</p>
            <Share figure={loaded.value.pairwise} label={contrast.pairwise} />
            <Share figure={loaded.value.originals} label={contrast.originals} />
            <Share figure={loaded.value.edited} label={contrast.edited} />
          </>
        ))}
    </section>
  );
}
