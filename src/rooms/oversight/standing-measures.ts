/** Measures for groups that stand, in words, and what ends each. Pure. */
import type { Command } from '../../domain/commands/index.ts';
import { focusLeft } from '../../domain/focus.ts';
import type { ProjectSettings } from '../../domain/records.ts';
import { type ProjectState, progress } from '../../domain/state.ts';
import type { NameOf } from '../shared/study/say.ts';
import { sayThreshold } from './say.ts';
import { strings } from './strings.ts';

const { fairness: words } = strings;

export interface StandingMeasure {
  readonly key: string;
  readonly words: string;
  /** What ends it. */
  readonly end: Command;
}

export function standingMeasures(state: ProjectState, nameOf: NameOf): readonly StandingMeasure[] {
  const { reweighing, routing } = state.project.settings;
  const weighed: StandingMeasure[] = reweighing
    ? [
        {
          key: 'reweighing',
          words: words.standsReweighed(reweighing.field, nameOf(reweighing.classId)),
          end: endOf({ reweighing: null }),
        },
      ]
    : [];
  const groups = routing?.groups ?? [];
  const thresholds = groups.map(
    (one): StandingMeasure => ({
      key: one.id,
      words: sayThreshold(one),
      end: { type: 'set-group-threshold', field: one.field, value: one.value, least: null },
    }),
  );
  return [...weighed, ...thresholds, ...steeredTo(state)];
}

const endOf = (patch: Partial<ProjectSettings>): Command => ({ type: 'change-settings', patch });

function steeredTo(state: ProjectState): readonly StandingMeasure[] {
  const { focus } = state.project.settings;
  const left = focus ? focusLeft(focus, progress(state).decisions) : 0;
  if (!focus || left === 0) return [];
  return [
    {
      key: 'focus',
      words: words.standsSteered(focus.field, focus.group, left),
      end: endOf({ focus: null }),
    },
  ];
}
