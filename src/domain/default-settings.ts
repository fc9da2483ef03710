import type { ProjectSettings } from './records.ts';

/** Of the questions, were it not said otherwise: about one in thirty comes up a second time. */
export const DEFAULT_REPEAT_SHARE = 0.03;

/** What a project starts with. The proposal comes after the answer: shown first, it anchors people. */
export const DEFAULT_SETTINGS: ProjectSettings = {
  proposal: 'after',
  auditShare: 0.1,
  strategy: 'auto',
  restNudge: true,
  restAfterMinutes: 25,
  shownFields: [],
};
