/** What feedback can be about: a feature that a person can name. */
import type { Region } from '../records.ts';

export type FeatureRef =
  /** One word or a phrase, in the encoder's spelling (lower case, words joined by one space). */
  | { readonly kind: 'term'; readonly term: string }
  /** A family of words: `refund*`, `*ing`, `re*ed`. `*` stands for any run of letters. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** A column of a table. `for` a class: the higher, the more; or, with a level, whoever has it. */
  | { readonly kind: 'column'; readonly column: string; readonly level?: string }
  /** A place of an image or a spectrogram. */
  | { readonly kind: 'region'; readonly region: Region };

/** Equal features, equal keys. */
export function featureKey(feature: FeatureRef): string {
  return `${feature.kind}:${featureName(feature)}`;
}

/** As a person reads it. */
export function featureName(feature: FeatureRef): string {
  switch (feature.kind) {
    case 'term':
      return feature.term;
    case 'pattern':
      return feature.pattern;
    case 'column':
      return feature.level === undefined ? feature.column : `${feature.column} = ${feature.level}`;
    case 'region':
      return regionName(feature.region);
  }
}

/** Where a place is, in words and whole percents: "left 25 %, top 0 %, 25 × 25 %". */
function regionName({ x, y, width, height }: Region): string {
  const percent = (share: number): number => Math.round(share * 100);
  return `left ${percent(x)} %, top ${percent(y)} %, ${percent(width)} × ${percent(height)} %`;
}
