import { useMemo } from 'preact/hooks';
import type { SpanChange } from '../../explain-contract.ts';
import type { ChangedViewProps } from '../../view-contract.ts';
import { Diff } from './Diff.tsx';
import { diffSegments, shorten } from './diff-segments.ts';
import { wordDiff } from './word-diff.ts';

/** Longer texts are shown around their changes. */
const LONG_TEXT = 500;

export function ChangedText({ content, changed, changes }: ChangedViewProps) {
  const before = content.kind === 'text' ? content.text : '';
  const after = changed.kind === 'text' ? changed.text : '';
  const segments = useMemo(() => {
    const spans = changes?.filter((one): one is SpanChange => one.kind === 'span');
    return diffSegments(before, spans ?? wordDiff(before, after));
  }, [before, after, changes]);
  const isCut = changes === null || before.length > LONG_TEXT;
  return <Diff segments={isCut ? shorten(segments) : segments} />;
}
