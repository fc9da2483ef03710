import type { ItemContent } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';
import { viewOf } from '../../modalities/views.ts';

export interface ItemBriefProps {
  readonly session: ProjectSession;
  readonly content: ItemContent;
}

/** An item as one small piece of a list. */
export function ItemBrief({ session, content }: ItemBriefProps) {
  const { modality, settings } = session.project.value;
  const { Item } = viewOf(modality);
  return (
    <Item content={content} media={session.media} overview={null} settings={settings} isSmall />
  );
}
