import type { TrustReport } from '../../../workers/api.ts';
import type { RoutingSettings } from '../../domain/trust/settings.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';

export interface TrustProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly routing: RoutingSettings;
  /** Changes some of the routing settings; offers to take it back. */
  readonly change: (patch: Partial<RoutingSettings>) => Promise<void>;
}

export interface ReportProps extends TrustProps {
  readonly report: TrustReport;
}
