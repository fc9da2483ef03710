/** Probabilities, similarities and classes in words. Pure. */
import type { ClassDefinition, ClassId, QualityFigure } from '../../../domain/records.ts';
import { strings } from './strings.ts';

export type NameOf = (id: ClassId) => string;

export function createNameOf(classes: readonly ClassDefinition[]): NameOf {
  const names = new Map(classes.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '?';
}

export function namesOf(classes: readonly ClassId[], nameOf: NameOf): string {
  return classes.length === 0 ? strings.edit.none : classes.map(nameOf).join(', ');
}

/** 0.82 -> "about 8 in 10". */
export function saySure(probability: number): string {
  if (probability >= 0.97) return strings.sure.certain;
  if (probability >= 0.95) return strings.sure.more;
  const tenths = Math.round(probability * 10);
  return tenths === 0 ? strings.sure.hardly : strings.sure.tenths(tenths);
}

/** A cosine in words. */
export function saySimilarity(cosine: number): string {
  const { same, very, some, little } = strings.near.similarity;
  if (cosine >= 0.95) return same;
  if (cosine >= 0.75) return very;
  return cosine >= 0.4 ? some : little;
}

/** How many of n were right. */
export const rightOf = ({ value, n }: QualityFigure): number => Math.round(value * n);
