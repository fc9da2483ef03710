import { useSignal } from '@preact/signals';
import { type DelegationLevel, LEVELS } from '../../../domain/trust/decisions.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { changeLevel } from '../change-level.ts';
import { levelEvidence } from '../level-evidence.ts';
import type { ReportProps } from '../props.ts';
import { strings } from '../strings.ts';

const { level: words } = strings;

/** Four levels, the present one marked. Up takes evidence and consent, down a click. */
export function Level({ services, session, report, routing }: ReportProps) {
  const asked = useSignal<DelegationLevel | null>(null);
  const now = session.state.value.level;
  const choose = (to: DelegationLevel): void => {
    if (LEVELS.indexOf(to) > LEVELS.indexOf(now)) asked.value = to;
    else void changeLevel({ services, session }, to, '');
  };
  const wanted = asked.value;
  const evidence = wanted && levelEvidence(wanted, report, routing);
  const close = (): void => {
    asked.value = null;
  };
  return (
    <section class="trust-section" aria-labelledby="trust-level">
      <h2 id="trust-level">{words.title}</h2>
      <ol class="trust-levels">
        {LEVELS.map((level) => (
          <li key={level} class="trust-level" aria-current={level === now ? 'step' : undefined}>
            <h3>{words.names[level]}</h3>
            <p class="trust-quiet">{words.words[level]}</p>
            {level === now ? (
              <p class="trust-now">{words.now(words.names[level])}</p>
            ) : (
              <Button onClick={() => choose(level)} aria-label={nameOf(level, now)}>
                {words.choose}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Dialog
        open={wanted !== null}
        title={wanted ? words.raise(words.names[wanted]) : ''}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{words.keep}</Button>
            {wanted && evidence?.isEnough && (
              <Button
                variant="primary"
                onClick={() => {
                  void changeLevel({ services, session }, wanted, evidence.words);
                  close();
                }}
              >
                {words.agree}
              </Button>
            )}
          </>
        }
      >
        {wanted && <p>{words.words[wanted]}</p>}
        <h3>{words.evidence}</h3>
        <p>{evidence?.words}</p>
        <p class="trust-quiet">{words.falls}</p>
      </Dialog>
    </section>
  );
}

function nameOf(level: DelegationLevel, now: DelegationLevel): string {
  const isUp = LEVELS.indexOf(level) > LEVELS.indexOf(now);
  return isUp ? words.raise(words.names[level]) : words.lower(words.names[level]);
}
