import type { EvaluationReport } from '../../../workers/api.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { NameOf } from '../shared/study/say.ts';

export interface QualityProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly nameOf: NameOf;
}

export interface ReportProps extends QualityProps {
  readonly report: EvaluationReport;
}
