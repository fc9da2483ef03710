import { useEffect } from 'preact/hooks';
import { CONTENT_ID } from './content-id.ts';
import { strings } from './strings.ts';

export interface AnnounceProps {
  /** What the page is about, most particular first. */
  readonly title: readonly (string | null)[];
  /** True until something was shown: a page that just opened keeps its focus where it is. */
  readonly isFirst: { current: boolean };
}

/** Mounted with what is shown: the page gets its title, and the focus goes to its heading. */
export function Announce({ title, isFirst }: AnnounceProps) {
  const name = [...title, strings.name].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = name;
  }, [name]);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else focusHeading();
  }, []);
  return null;
}

/** A room that has placed the focus itself knows better. */
function focusHeading(): void {
  const content = document.getElementById(CONTENT_ID);
  if (!content) return;
  const active = document.activeElement;
  if (active !== content && content.contains(active)) return;
  const heading = content.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  (heading ?? content).focus({ preventScroll: true });
}
