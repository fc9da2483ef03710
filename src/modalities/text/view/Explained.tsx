import { useMemo, useRef } from 'preact/hooks';
import type { SpanPart } from '../../explain-contract.ts';
import { groupParts, scaleOf, sharesFor } from '../../share.ts';
import type { ExplainedViewProps } from '../../view-contract.ts';
import { MAX_TEXT_CHARACTERS } from '../tokens.ts';
import { featureOfSelection } from './feature-of-selection.ts';
import { buildRuns } from './runs.ts';
import { strings } from './strings.ts';
import { isOver, offsetAtPoint, selectedStretch } from './text-offsets.ts';
import { useSelection } from './use-selection.ts';
import { Word } from './Word.tsx';

/** Longer texts scroll in their frame, so the keyboard must reach it. */
const LONG_TEXT = 1_000;

/** The text as text, its telling words highlighted. Any word can be pressed, any phrase selected. */
export function ExplainedText(props: ExplainedViewProps) {
  const { content, index, mode, className, saidKeys, onPick } = props;
  const text = content.kind === 'text' ? content.text : '';
  const root = useRef<HTMLParagraphElement>(null);
  const parts = useMemo(
    () => props.parts.filter((part): part is SpanPart => part.kind === 'span'),
    [props.parts],
  );
  const groups = useMemo(() => groupParts(parts), [parts]);
  const runs = useMemo(() => {
    const shares = sharesFor(groups, index, mode);
    return buildRuns({ text, shares, scale: scaleOf(groups, mode), said: saidKeys });
  }, [text, groups, index, mode, saidKeys]);
  const pick = (start: number, end: number, isByKeyboard: boolean): void => {
    const part = parts.find((one) => one.start === start && one.end === end);
    const feature = part?.feature ?? featureOfSelection(text.slice(start, end));
    if (feature) onPick({ range: { start, end }, feature, isByKeyboard });
  };
  useSelection(root, parts, (start, end) => pick(start, end, false));
  const onClick = (event: MouseEvent): void => {
    if (!root.current || selectedStretch(root.current)) return;
    const word = wordAtPoint(root.current, parts, event);
    if (word) pick(word.start, word.end, false);
  };
  const isBare = !runs.some((run) => run.kind === 'word' && run.strength > 0);
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the telling words are buttons of their own, and any other can be written below */}
      <p
        class="study-text"
        dir="auto"
        data-study-main
        tabIndex={text.length > LONG_TEXT ? 0 : -1}
        ref={root}
        onClick={onClick}
      >
        {runs.map((run) =>
          run.kind === 'plain' ? (
            run.text
          ) : (
            <Word key={run.start} {...{ run, className, root, parts, pick }} />
          ),
        )}
      </p>
      {text.length > MAX_TEXT_CHARACTERS && (
        <p class="study-quiet">{strings.longer(MAX_TEXT_CHARACTERS.toLocaleString('en'))}</p>
      )}
      {isBare ? (
        <p class="study-quiet">{strings.nothing(className)}</p>
      ) : (
        <Legend className={className} />
      )}
    </>
  );
}

function wordAtPoint(
  root: Node,
  parts: readonly SpanPart[],
  { clientX, clientY }: MouseEvent,
): SpanPart | null {
  const at = offsetAtPoint(root, clientX, clientY);
  if (at === null) return null;
  const near = parts.filter((part) => part.start <= at && part.end >= at);
  return near.find((part) => isOver(root, part, { x: clientX, y: clientY })) ?? null;
}

function Legend({ className }: { readonly className: string }) {
  const { legendFor, legendAgainst, legendMore } = strings;
  return (
    <p class="study-legend study-quiet">
      <span class="study-word" data-verb="for" data-strength="2">
        {legendFor} {className}
      </span>
      <span class="study-word" data-verb="against" data-strength="2">
        {legendAgainst} {className}
      </span>
      <span>{legendMore}</span>
    </p>
  );
}
