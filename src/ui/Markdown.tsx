import { useEffect, useRef } from 'preact/hooks';
import './markdown.css';

/**
 * Markdown as a person wrote it. micromark leaves raw HTML out and drops dangerous link targets;
 * it is loaded only when there is something to show.
 */
export function Markdown({ source }: { readonly source: string }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isCurrent = true;
    void import('micromark').then(({ micromark }) => {
      if (!isCurrent || !element.current) return;
      element.current.innerHTML = micromark(source);
      for (const link of element.current.querySelectorAll('a')) {
        link.rel = 'noopener noreferrer';
        link.target = '_blank';
      }
      // Pictures from elsewhere would be requests to elsewhere.
      for (const image of element.current.querySelectorAll('img')) image.replaceWith(image.alt);
    });
    return () => {
      isCurrent = false;
    };
  }, [source]);
  return <div class="markdown" ref={element} />;
}
