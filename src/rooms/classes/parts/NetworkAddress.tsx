import { useEffect } from 'preact/hooks';
import type { NetworkPlan } from '../../../../workers/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { formatBytes } from '../../shared/format-bytes.ts';
import { hostOf, type NetworkFetch, type NetworkHere } from '../network-fetch.ts';
import { strings } from '../strings.ts';

interface NetworkAddressProps {
  readonly fetch: NetworkFetch;
  /** Called with what went wrong unexpectedly. */
  readonly onFault: (error: unknown) => void;
}

/** The address of a network; who would be asked for what is said before anybody is. */
export function NetworkAddress({ fetch, onFault }: NetworkAddressProps) {
  const { address: words } = strings.settings.encoder;
  useEffect(() => fetch.cancel, [fetch]);
  const step = fetch.step.value;
  const run = (part: () => Promise<void>) => (): void => {
    part().catch((error: unknown) => {
      fetch.cancel();
      onFault(error);
    });
  };
  const isUnderWay = step.at === 'looking' || step.at === 'fetching';
  return (
    <div class="classes-rest">
      <Field label={words.field} hint={words.hint}>
        <TextInput
          inputMode="url"
          spellcheck={false}
          value={fetch.address.value}
          onChange={fetch.setAddress}
        />
      </Field>
      {step.at === 'start' && <Consent fetch={fetch} onAsk={run(fetch.look)} />}
      {step.at === 'looking' && <Progress value={null} label={words.looking(step.host)} />}
      {step.at === 'planned' && <Plan plan={step.plan} onFetch={run(fetch.fetchAll)} />}
      {step.at === 'fetching' && <Coming plan={step.plan} bytes={step.bytes} />}
      {step.at === 'here' && <Here network={step.network} />}
      {isUnderWay && (
        <div class="classes-buttons">
          <Button onClick={fetch.cancel}>{words.cancel}</Button>
        </div>
      )}
      {fetch.problem.value !== null && <Notice tone="bad">{fetch.problem.value}</Notice>}
    </div>
  );
}

function Consent({ fetch, onAsk }: { readonly fetch: NetworkFetch; readonly onAsk: () => void }) {
  const { address: words } = strings.settings.encoder;
  const host = hostOf(fetch.address.value, document.baseURI);
  if (host === null) return null;
  const isOwn = host === location.host;
  return (
    <>
      {!isOwn && <p>{words.consent(host)}</p>}
      <div class="classes-buttons">
        <Button onClick={onAsk}>{isOwn ? words.askOwn : words.ask(host)}</Button>
      </div>
    </>
  );
}

function Plan({ plan, onFetch }: { readonly plan: NetworkPlan; readonly onFetch: () => void }) {
  const { address: words } = strings.settings.encoder;
  const size = formatBytes(plan.weightBytes);
  return (
    <>
      <p role="status">{words.plan(new URL(plan.url).host, plan.weights.length, size)}</p>
      <div class="classes-buttons">
        <Button onClick={onFetch}>{words.fetch(size)}</Button>
      </div>
    </>
  );
}

function Coming({ plan, bytes }: { readonly plan: NetworkPlan; readonly bytes: number }) {
  const { fetching } = strings.settings.encoder.address;
  const share = plan.weightBytes === 0 ? null : bytes / plan.weightBytes;
  return (
    <Progress value={share} label={fetching(formatBytes(bytes), formatBytes(plan.weightBytes))} />
  );
}

function Here({ network }: { readonly network: NetworkHere }) {
  const { encoder } = strings.settings;
  const size = network.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return (
    <Notice tone="good">
      <p>{encoder.address.here(new URL(network.source).host, formatBytes(size))}</p>
      <p class="classes-hash">{encoder.filesHash(network.hash)}</p>
    </Notice>
  );
}
