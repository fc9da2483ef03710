/** What feedback can be about: a feature that a person can name. */

export type FeatureRef =
  /** One word or a phrase, in the encoder's spelling (lower case, words joined by one space). */
  | { readonly kind: 'term'; readonly term: string }
  /** A family of words: `refund*`, `*ing`, `re*ed`. `*` stands for any run of letters. */
  | { readonly kind: 'pattern'; readonly pattern: string };

/** Equal features, equal keys. */
export function featureKey(feature: FeatureRef): string {
  return feature.kind === 'term' ? `term:${feature.term}` : `pattern:${feature.pattern}`;
}

/** As a person reads it. */
export function featureName(feature: FeatureRef): string {
  return feature.kind === 'term' ? feature.term : feature.pattern;
}
