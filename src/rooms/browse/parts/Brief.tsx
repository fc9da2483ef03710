import type { Item } from '../../../domain/records.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import { ItemBrief } from '../../shared/ItemBrief.tsx';
import type { Loaded } from '../../shared/use-loaded.ts';
import { strings } from '../strings.ts';

export interface BriefProps {
  readonly session: ProjectSession;
  readonly loaded: Loaded<Item | undefined>;
}

/** An item in short, or why it cannot be shown. */
export function Brief({ session, loaded }: BriefProps) {
  if (loaded.status === 'loading') return <>{strings.loading}</>;
  if (loaded.status === 'failed') return <>{loaded.message}</>;
  if (!loaded.value) return <>{strings.gone}</>;
  return <ItemBrief session={session} content={loaded.value.content} />;
}
