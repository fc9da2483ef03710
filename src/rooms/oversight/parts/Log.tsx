import { verifyLog } from '../../../domain/trust/audit-log.ts';
import { digest } from '../../../modalities/content-hash.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { messageOf } from '../../shared/message-of.ts';
import type { OversightProps } from '../props.ts';
import { strings } from '../strings.ts';

const { log: words } = strings;

export function Log({ services, session, seen }: OversightProps) {
  const { length } = session.state.value.ledger.trust.log;
  const verify = async (): Promise<void> => {
    try {
      const [events, heads] = await Promise.all([
        services.storage.events.of(session.id),
        session.logHeads(),
      ]);
      seen.log.value = verifyLog(events, heads, digest)[0] ?? 'sound';
    } catch (error) {
      services.notify({ tone: 'bad', text: strings.failed(messageOf(error)) });
    }
  };
  const verdict = seen.log.value;
  return (
    <section class="oversight-section" aria-labelledby="oversight-log">
      <h2 id="oversight-log" tabIndex={-1}>
        {words.title}
      </h2>
      {length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <div class="oversight-row">
          <Button icon="check" onClick={() => void verify()}>
            {words.verify}
          </Button>
          <a class="oversight-link" href={services.router.href('decide', session.id)}>
            {words.read}
          </a>
        </div>
      )}
      {verdict === 'sound' && <Notice tone="good">{words.sound(length)}</Notice>}
      {verdict !== null && verdict !== 'sound' && (
        <Notice tone="bad">{words.broken(verdict.position + 1)}</Notice>
      )}
    </section>
  );
}
