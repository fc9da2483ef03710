/** The person's choices as the worker's plan. Pure. */
import type { ImportPlan } from '../../../workers/api.ts';
import type { ClassId, ProjectId } from '../../domain/records.ts';
import type { WizardState } from './state.ts';

export const toPlan = (
  state: WizardState,
  projectId: ProjectId,
  classes: Readonly<Record<string, ClassId>>,
): ImportPlan => ({
  projectId,
  modality: state.modality,
  media: state.media,
  options: state.options,
  roles: state.roles,
  labelSeparator: state.mode === 'multi' ? state.separator : null,
  duplicates: state.duplicates,
  classes,
  ...(state.purpose ? { purpose: state.purpose } : {}),
});
