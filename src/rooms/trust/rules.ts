/** Rules in words, and what is wrong with one that is not yet a rule. Pure. */
import type { RoutingRule } from '../../domain/trust/settings.ts';
import { strings } from './strings.ts';

const { expert: words } = strings;

export function sayRule({ field, test, value, route }: RoutingRule): string {
  return words.rule(field ?? words.itself, words.tests[test], value, words.routes[route]);
}

export function ruleProblem(test: RoutingRule['test'], value: string): string | null {
  const wanted = value.trim();
  if (wanted === '') return words.noValue;
  const isNumeric = test === 'above' || test === 'below';
  return isNumeric && Number.isNaN(Number(wanted)) ? words.notNumber(wanted) : null;
}
