import type { Explanation } from '../../../../workers/api.ts';
import type { Item } from '../../../domain/records.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import type { Services } from '../../../engine/services.ts';
import type { ModalityView, ViewContext } from '../../../modalities/view-contract.ts';
import type { SaidHere } from './said-here.ts';
import type { NameOf } from './say.ts';
import type { Folds, Study } from './study.ts';

/** What every section of a study is given. */
export interface StudyProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly study: Study;
  readonly item: Item;
  readonly nameOf: NameOf;
  readonly said: SaidHere;
  readonly folds: Folds;
  /** How an item of this modality is shown, and with what. */
  readonly view: ModalityView;
  readonly context: ViewContext;
}

/** Sections that need to know what the model says. */
export interface ExplainedProps extends StudyProps {
  readonly explanation: Explanation;
}
