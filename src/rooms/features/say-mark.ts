import { featureName } from '../../domain/explanation/feature.ts';
import type { FeatureMark, RegionMark } from '../../domain/explanation/gestures.ts';
import type { NameOf } from '../shared/study/say.ts';
import { strings as study } from '../shared/study/strings.ts';
import { strings } from './strings.ts';

/** A mark as a sentence: "refund speaks for billing (rule)". */
export function sayMark(mark: FeatureMark, nameOf: NameOf): string {
  const { feature, stance, classId, strength } = mark;
  const word = featureName(feature);
  const name = classId ? nameOf(classId) : '';
  const { said } = study;
  const sentence =
    stance === 'for'
      ? said.forName(word, name)
      : stance === 'against'
        ? said.againstName(word, name)
        : said[stance](word);
  return strength === 'rule' ? `${sentence} (${strings.said.rule})` : sentence;
}

/** Painted places as a sentence. */
export function sayRegions({ regions, stance, classId }: RegionMark, nameOf: NameOf): string {
  const { painted } = study.said;
  return stance === 'irrelevant'
    ? painted.irrelevant(regions.length)
    : painted.evidence(regions.length, classId ? nameOf(classId) : '');
}

/** A signed figure with its sign written out, so that it reads alike everywhere: "+1.3". */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value > 0 ? '+' : '−'}${text}`;
}
