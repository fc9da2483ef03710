import { useEffect, useRef } from 'preact/hooks';
import type { ItemId } from '../../../domain/records.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ItemStudy } from '../../shared/study/ItemStudy.tsx';
import type { Panel } from '../panel.ts';
import { strings } from '../strings.ts';
import type { DeskProps } from './props.ts';

export const PANEL_ID = 'label-why';

export interface WhyPanelProps extends DeskProps {
  readonly panel: Panel;
  readonly itemId: ItemId | null;
}

/** Beside the desk, or below it where there is no room. Labelling goes on while it is open. */
export function WhyPanel({ services, session, panel, itemId }: WhyPanelProps) {
  const section = useRef<HTMLElement>(null);
  const isOpen = panel.isOpen.value;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // Opened below the fold it would not be seen; what was open before stays where it is.
    if (isOpen && !wasOpen.current) bringIntoSight(section.current);
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <section ref={section} class="label-why" id={PANEL_ID} aria-label={strings.panel.name}>
      <header class="label-why-head">
        <h2>{strings.panel.title}</h2>
        {itemId && (
          <a href={services.router.href('study', session.id, itemId)}>{strings.panel.alone}</a>
        )}
        <IconButton icon="close" label={strings.panel.close} onClick={panel.toggle} />
      </header>
      {itemId ? (
        <ItemStudy services={services} session={session} itemId={itemId} />
      ) : (
        <p class="side-quiet">{strings.panel.nothing}</p>
      )}
    </section>
  );
}

function bringIntoSight(section: HTMLElement | null): void {
  if (section && section.getBoundingClientRect().top > innerHeight / 2) section.scrollIntoView();
}
