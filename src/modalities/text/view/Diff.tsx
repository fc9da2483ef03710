import type { Segment } from './diff-segments.ts';
import { strings } from './strings.ts';

/** What goes is struck out, what comes is underlined; screen readers are told in words. */
export function Diff({ segments }: { readonly segments: readonly Segment[] }) {
  return (
    <p class="study-diff" dir="auto">
      {segments.map((segment, index) => (
        <Piece key={index} segment={segment} />
      ))}
    </p>
  );
}

function Piece({ segment: { kind, text } }: { readonly segment: Segment }) {
  const { removed, added, end } = strings;
  if (kind === 'same') return <>{text}</>;
  const Tag = kind === 'removed' ? 'del' : 'ins';
  return (
    <Tag>
      <span class="visually-hidden">{kind === 'removed' ? removed : added}</span>
      {text}
      <span class="visually-hidden">{end}</span>
    </Tag>
  );
}
