/** Types of the calls to the one worker that may ask another server: for a network, at an address a person gave. */
import type { NamedBytes } from '../src/modalities/image/pretrained/model-file.ts';

/** Why a network did not come; the room has the words. */
export type FetchProblem =
  | { readonly kind: 'no-address'; readonly text: string }
  /** Neither https, nor this device, nor the server that Hone itself came from. */
  | { readonly kind: 'not-safe'; readonly host: string }
  /** A weight file on another server than its model.json. */
  | { readonly kind: 'elsewhere'; readonly host: string; readonly own: string }
  /** No network, no such server, or one that lets no other page read its files (CORS): browsers do not tell which. */
  | { readonly kind: 'unreachable'; readonly name: string; readonly host: string }
  | { readonly kind: 'sends-on'; readonly name: string; readonly host: string }
  | { readonly kind: 'status'; readonly name: string; readonly status: number }
  | { readonly kind: 'silent'; readonly name: string; readonly seconds: number }
  /** The connection ended before the file did. */
  | { readonly kind: 'cut'; readonly name: string }
  | { readonly kind: 'no-model'; readonly name: string }
  | { readonly kind: 'too-large'; readonly megabytes: number }
  /** More bytes came than the model has weights. */
  | { readonly kind: 'too-long'; readonly name: string };

export type Fetched<T> = T | { readonly problem: FetchProblem };

/** What model.json says is still to be fetched: nothing of it has been asked for yet. */
export interface NetworkPlan {
  readonly url: string;
  readonly model: NamedBytes;
  /** In the order of the manifest; names are the paths there. */
  readonly weights: readonly { readonly name: string; readonly url: string }[];
  /** Of all weight files together. */
  readonly weightBytes: number;
}

export interface FetchedNetwork {
  /** model.json, then the weight files in its order. */
  readonly files: readonly NamedBytes[];
  /** What a file named LICENSE beside the model says; '' = there is none. */
  readonly licence: string;
}

export interface FetchModelApi {
  /** Asks for model.json alone. `base` is the address of the page: relative addresses start there. */
  look(address: string, base: string): Promise<Fetched<NetworkPlan>>;
  /** Asks for the weight files, one after the other, and for LICENSE. `onBytes` hears how many have come. */
  fetchAll(plan: NetworkPlan, onBytes: (bytes: number) => void): Promise<Fetched<FetchedNetwork>>;
}
