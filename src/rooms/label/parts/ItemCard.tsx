import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { activeClasses } from '../../../domain/state.ts';
import { viewOf } from '../../../modalities/views.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProbabilityBar } from '../../../ui/ProbabilityBar.tsx';
import { useOverview } from '../../shared/use-overview.ts';
import { proposalOnShow } from '../actions.ts';
import { afterPaint } from '../painted.ts';
import { createNameOf, namesOf, sayProposal, sayWhy } from '../sentences.ts';
import { strings } from '../strings.ts';
import { readSwipe, swipeTargets } from '../swipe.ts';
import type { DeskProps } from './props.ts';

/** The item is the hero: nothing on the screen is larger. */
export function ItemCard({ session, desk }: DeskProps) {
  const shown = desk.onShow.value;
  const painting = useRef<(() => void) | null>(null);
  useLayoutEffect(() => () => painting.current?.(), []);
  const onShown = useCallback(() => {
    painting.current?.();
    painting.current = afterPaint(() => {
      if (desk.onShow.peek() === shown) desk.painted();
    });
  }, [shown]);
  const touch = useSwipe({ session, desk });
  const overview = useOverview(session);
  if (!shown) return null;
  const { item, question } = shown;
  const project = session.project.value;
  const nameOf = createNameOf(project.classes);
  const { Item } = viewOf(project.modality);
  const label = session.state.value.labels.get(item.id);
  const proposal = proposalOnShow(session, desk);
  return (
    <article class="item" aria-label={strings.item} data-ready={desk.isReady.value} {...touch}>
      <p class="item-why">{sayWhy(question?.why ?? null, nameOf)}</p>
      {!question && (
        <p class="item-revisit">
          {label &&
            strings.revisiting(
              label.kind === 'answered' ? namesOf(label.classes, nameOf) : label.kind,
            )}
          <Button variant="quiet" onClick={desk.toQuestions}>
            {strings.toQuestions}
          </Button>
        </p>
      )}
      <div class="item-content" aria-live="polite">
        <Item
          content={item.content}
          media={session.media}
          overview={overview}
          settings={project.settings}
          onShown={onShown}
        />
      </div>
      <Fields fields={item.fields} shown={project.settings.shownFields} />
      {proposal && (
        <div class="item-proposal">
          <p>{sayProposal(proposal, nameOf)}</p>
          {proposal.all.slice(0, 3).map(({ classId, probability }) => (
            <ProbabilityBar key={classId} label={nameOf(classId)} value={probability} />
          ))}
        </div>
      )}
    </article>
  );
}

interface FieldsProps {
  readonly fields: Readonly<Record<string, string>>;
  readonly shown: readonly string[];
}

function Fields({ fields, shown }: FieldsProps) {
  const present = shown.filter((name) => fields[name]);
  if (present.length === 0) return null;
  return (
    <dl class="item-fields">
      {present.map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fields[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Horizontal swipes answer; vertical ones scroll, as everywhere. */
function useSwipe({ session, desk }: Pick<DeskProps, 'session' | 'desk'>) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown(event: PointerEvent) {
      start.current = event.pointerType === 'touch' ? { x: event.clientX, y: event.clientY } : null;
    },
    onPointerUp(event: PointerEvent) {
      if (!start.current) return;
      const direction = readSwipe(event.clientX - start.current.x, event.clientY - start.current.y);
      start.current = null;
      const project = session.project.value;
      const targets = swipeTargets(activeClasses(project), project.mode === 'multi');
      if (direction && targets) void desk.decide('answered', [targets[direction].id]);
    },
    onPointerCancel() {
      start.current = null;
    },
  };
}
