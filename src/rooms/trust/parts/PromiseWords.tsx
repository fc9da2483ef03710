import type { PromiseResult } from '../../../domain/trust/promise.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { percent } from '../../../ui/percent.ts';
import { strings } from '../strings.ts';

const { accept: words, level } = strings;

/** Whether the promise holds, and what it would take. */
export function PromiseWords({ promise }: { readonly promise: PromiseResult }) {
  if (promise.kind === 'kept') {
    return (
      <Notice tone="good">
        {words.kept(percent(promise.accepted / Math.max(1, promise.audits)))}{' '}
        {level.kept(promise.accepted, promise.wrong)}
      </Notice>
    );
  }
  if (promise.kind === 'too-little')
    return <Notice tone="warn">{words.tooLittle(promise.audits, promise.needed)}</Notice>;
  return (
    <Notice tone="warn">
      {words.notShown(promise.wrong, promise.tested)}{' '}
      {promise.needed === null ? words.never : words.more(promise.needed)}
    </Notice>
  );
}
