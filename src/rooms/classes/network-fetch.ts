/** A network from an address, step by step: ask for model.json, see what else there is, fetch it, or stop. */
import { type Signal, signal } from '@preact/signals';
import type { FetchedNetwork, FetchProblem, NetworkPlan } from '../../../workers/api.ts';
import type { ModelFetcher } from '../../engine/model-fetcher.ts';
import { hashOfFiles } from './network.ts';
import { strings } from './strings.ts';

export type FetchStep =
  | { readonly at: 'start' }
  | { readonly at: 'looking'; readonly host: string }
  | { readonly at: 'planned'; readonly plan: NetworkPlan }
  | { readonly at: 'fetching'; readonly plan: NetworkPlan; readonly bytes: number }
  | { readonly at: 'here'; readonly network: NetworkHere };

export interface NetworkHere extends FetchedNetwork {
  /** Without its query, which may hold a key. */
  readonly source: string;
  readonly hash: string;
}

export interface NetworkFetch {
  readonly address: Signal<string>;
  readonly step: Signal<FetchStep>;
  readonly problem: Signal<string | null>;
  /** Another address is another network: what was begun ends. */
  setAddress(text: string): void;
  look(): Promise<void>;
  fetchAll(): Promise<void>;
  /** Ends the worker, and with it every request. */
  cancel(): void;
}

/** `base`: where relative addresses start. `open` starts the worker that asks; each round has its own. */
export function createNetworkFetch(open: () => ModelFetcher, base: string): NetworkFetch {
  const address = signal('');
  const step = signal<FetchStep>({ at: 'start' });
  const problem = signal<string | null>(null);
  let fetcher: ModelFetcher | null = null;
  const end = (): void => {
    fetcher?.dispose();
    fetcher = null;
  };
  /** What a round that was cancelled says is of no interest. */
  const round = async (run: (own: ModelFetcher) => Promise<FetchStep | string>): Promise<void> => {
    const own = open();
    fetcher = own;
    problem.value = null;
    const next = await run(own).catch((error: unknown) => {
      if (fetcher === own) throw error;
      return null;
    });
    if (fetcher !== own || next === null) return;
    end();
    if (typeof next === 'string') problem.value = next;
    step.value = typeof next === 'string' ? { at: 'start' } : next;
  };
  const cancel = (): void => {
    end();
    step.value = { at: 'start' };
  };
  return {
    address,
    step,
    problem,
    setAddress(text) {
      cancel();
      problem.value = null;
      address.value = text;
    },
    look() {
      step.value = { at: 'looking', host: hostOf(address.value, base) ?? '' };
      return round(async (own) => {
        const plan = await own.look(address.value, base);
        return 'problem' in plan ? problemText(plan.problem) : { at: 'planned', plan };
      });
    },
    async fetchAll() {
      const now = step.value;
      if (now.at !== 'planned') return;
      const { plan } = now;
      step.value = { at: 'fetching', plan, bytes: 0 };
      await round(async (own) => {
        const onBytes = (bytes: number): void => {
          if (fetcher === own) step.value = { at: 'fetching', plan, bytes };
        };
        const found = await own.fetchAll(plan, onBytes);
        if ('problem' in found) return problemText(found.problem);
        const { origin, pathname } = new URL(plan.url);
        const hash = await hashOfFiles(found.files);
        return { at: 'here', network: { ...found, hash, source: `${origin}${pathname}` } };
      });
    },
    cancel,
  };
}

/** Of the server that would be asked; null where there is none to speak of. */
export function hostOf(address: string, base: string): string | null {
  const text = address.trim();
  if (text === '' || !URL.canParse(text, base)) return null;
  return new URL(text, base).host || null;
}

/** In words for the person. */
export function problemText(problem: FetchProblem): string {
  const words = strings.settings.encoder.address.problems;
  return (words[problem.kind] as (of: FetchProblem) => string)(problem);
}
