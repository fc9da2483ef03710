import type { ProjectSettings } from './records.ts';

/** What a project starts with. The proposal comes after the answer: shown first, it anchors people. */
export const DEFAULT_SETTINGS: ProjectSettings = {
  proposal: 'after',
  auditShare: 0.1,
  strategy: 'auto',
  restNudge: true,
  restAfterMinutes: 25,
  shownFields: [],
};
