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
      const template = document.createElement('template');
      template.innerHTML = micromark(source);
      for (const link of template.content.querySelectorAll('a')) {
        link.rel = 'noopener noreferrer';
        link.target = '_blank';
      }
      // Pictures from elsewhere would be requests to elsewhere: they go before they are attached.
      for (const image of template.content.querySelectorAll('img')) image.replaceWith(image.alt);
      element.current.replaceChildren(template.content);
    });
    return () => {
      isCurrent = false;
    };
  }, [source]);
  return <div class="markdown" ref={element} />;
}
