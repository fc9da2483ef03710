/** Who decides about one item, and why. Pure: the same item, model and settings, the same route. */
import type { ClassId } from '../records.ts';
import type { DelegationLevel, Route, RouteReason } from './decisions.ts';
import { type GroupThreshold, groupThresholdOf } from './group-thresholds.ts';
import type { RoutingRule, RoutingSettings } from './settings.ts';

export interface RouteInput {
  /** The proposed answer (one class, or the set). */
  readonly classes: readonly ClassId[];
  /** Of that answer, calibrated. */
  readonly probability: number;
  /**
   * What thresholds are held against: the probability itself where a person set them. Under a promise
   * it is an order of the items in which the audit answers that test it had no say (`order-score.ts`).
   */
  readonly score: number;
  /** Calibrated probability of each class. */
  readonly all: readonly { readonly classId: ClassId; readonly probability: number }[];
  readonly level: DelegationLevel;
  readonly settings: RoutingSettings;
  /** By class, what the score must exceed; absent = never accepted. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** What the rules read: the item's own words and its fields. */
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly isUnlike: boolean;
  /** Uniform in [0, 1): decides the spot checks. */
  readonly draw: number;
}

export interface Routed {
  readonly route: Route;
  readonly reason: RouteReason;
}

/** What a person wrote comes first, then stakes, then doubt; only then may the model decide. */
export function routeItem(input: RouteInput): Routed {
  const { settings, level, probability } = input;
  const rule = settings.rules.find((one) => matches(one, input));
  if (rule) return { route: rule.route, reason: { kind: 'rule', ruleId: rule.id } };
  const stake = stakeOf(input);
  if (stake) return { route: 'escalate', reason: { kind: 'stakes', classId: stake.classId } };
  if (input.isUnlike) return { route: 'escalate', reason: { kind: 'unlike' } };
  if (probability < settings.escalateBelow)
    return { route: 'escalate', reason: { kind: 'very-unsure' } };
  if (level === 'demonstrate' || level === 'verify')
    return { route: 'review', reason: { kind: 'level' } };
  const group = groupThresholdOf(settings.groups ?? [], input.fields);
  const unsure = doubtOf(input, group);
  if (unsure) return { route: 'review', reason: unsure };
  if (input.draw < settings.spotCheckShare)
    return { route: 'review', reason: { kind: 'spot-check' } };
  return {
    route: 'accept',
    reason: group ? { kind: 'confident', groupId: group.id } : { kind: 'confident' },
  };
}

/** Why it is not sure enough to be accepted, or null. */
function doubtOf(input: RouteInput, group: GroupThreshold | null): RouteReason | null {
  const isSure = isAboveThreshold(input);
  if (!group) return isSure ? null : { kind: 'unsure' };
  const isSureForGroup = input.classes.length > 0 && input.probability > group.least;
  const isByHand = input.settings.accept.kind === 'by-hand';
  if (isSureForGroup && (isSure || isByHand)) return null;
  return isSure ? { kind: 'group', groupId: group.id } : { kind: 'unsure' };
}

/**
 * Whether some threshold would let the model decide this by itself, your rules and what is unlike
 * anything apart. A promise about what it decides must be tested on items like these alone: those
 * that go to people anyway may be the easy ones.
 */
export function mayBeAccepted(
  input: Pick<RouteInput, 'classes' | 'probability' | 'all' | 'settings'>,
): boolean {
  const { classes, probability, settings } = input;
  return classes.length > 0 && probability >= settings.escalateBelow && !stakeOf(input);
}

function stakeOf({ all, settings }: Pick<RouteInput, 'all' | 'settings'>) {
  return all.find(
    ({ classId, probability }) =>
      settings.stakes.includes(classId) && probability >= settings.stakesFrom,
  );
}

/** Every class of the answer must be one that may be accepted at this probability; none may not. */
function isAboveThreshold({ classes, score, thresholds }: RouteInput): boolean {
  return (
    classes.length > 0 &&
    classes.every((id) => {
      const threshold = thresholds[id];
      return threshold !== undefined && score > threshold;
    })
  );
}

export function matches(
  { field, test, value }: RoutingRule,
  { text, fields }: Pick<RouteInput, 'text' | 'fields'>,
): boolean {
  const cell = (field === null ? text : (fields[field] ?? '')).toLowerCase();
  const wanted = value.trim().toLowerCase();
  if (wanted === '' || (field !== null && fields[field] === undefined)) return false;
  if (test === 'contains') return cell.includes(wanted);
  if (test === 'equals') return cell.trim() === wanted;
  const number = Number(cell);
  if (cell.trim() === '' || Number.isNaN(number)) return false;
  return test === 'above' ? number > Number(wanted) : number < Number(wanted);
}
