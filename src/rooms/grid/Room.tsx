import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ClassDefinition } from '../../domain/records.ts';
import { activeClasses } from '../../domain/state.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { RoomAction, RoomProps } from '../room.ts';
import { planActions } from '../shared/adjust-many.ts';
import { undoActions } from '../shared/undo-actions.ts';
import { useActions } from '../shared/use-actions.ts';
import { useLoaded } from '../shared/use-loaded.ts';
import { findOpen, type OpenItems } from './find-open.ts';
import { ClassBar } from './parts/ClassBar.tsx';
import { PictureGrid } from './parts/PictureGrid.tsx';
import { createPress, type GridPress } from './press.ts';
import { NOTHING, type Selection } from './selection.ts';
import { strings } from './strings.ts';
import './grid.css';

const ON_A_PAGE = 48;

export default function GridRoom({ services, session }: RoomProps) {
  if (!session) return <p>{strings.needsProject}</p>;
  return <GridPage services={services} session={session} />;
}

interface GridPageProps {
  readonly services: Services;
  readonly session: ProjectSession;
}

function GridPage({ services, session }: GridPageProps) {
  const from = useSignal(0);
  const { loaded, reload } = useLoaded(
    () => findOpen(services, session, from.value, ON_A_PAGE),
    [services, session, from.value],
  );
  return (
    <div class="grid-room">
      <header>
        <h1>{strings.title}</h1>
        <p class="grid-quiet">{strings.lead}</p>
      </header>
      {loaded.status === 'loading' && <Spinner label={strings.loading} />}
      {loaded.status === 'failed' && <Notice tone="bad">{loaded.message}</Notice>}
      {loaded.status === 'ready' && (
        <Page
          // Places are selected: among other items they would mean others.
          key={loaded.value.items.map(({ id }) => id).join()}
          services={services}
          session={session}
          open={loaded.value}
          onNext={() => {
            const next = loaded.value.next ?? 0;
            if (next === from.value) reload();
            else from.value = next;
          }}
        />
      )}
    </div>
  );
}

interface PageProps extends GridPageProps {
  readonly open: OpenItems;
  readonly onNext: () => void;
}

function Page({ services, session, open, onNext }: PageProps) {
  const { items } = open;
  const selection = useSignal<Selection>(NOTHING);
  const press = useMemo(
    () => createPress({ services, session, items, selection }),
    [services, session, items, selection],
  );
  const classes = activeClasses(session.project.value);
  useActions(
    services,
    () => [
      ...gridActions({ classes, press, selection }),
      ...undoActions({ services, session, room: 'grid' }),
    ],
    [services, session, items],
  );
  const all = useMemo(() => new Set(items.keys()), [items]);
  if (items.length === 0)
    return (
      <EmptyState
        title={strings.done.title}
        actions={
          <Button onClick={() => services.router.go('label', session.id)}>
            {strings.done.toLabel}
          </Button>
        }
      >
        {strings.done.words}
      </EmptyState>
    );
  const choose = (chosen: ReadonlySet<number>): void => {
    selection.value = { ...selection.peek(), chosen };
  };
  return (
    <>
      <PictureGrid session={session} items={items} selection={selection} />
      <p class="grid-quiet">{strings.keys}</p>
      <ClassBar classes={classes} count={selection.value.chosen.size} press={press}>
        <Button variant="quiet" onClick={() => choose(all)}>
          {strings.all}
        </Button>
        <Button variant="quiet" onClick={() => choose(new Set())}>
          {strings.none}
        </Button>
        <Button variant="quiet" icon="forward" onClick={onNext}>
          {strings.next}
        </Button>
      </ClassBar>
    </>
  );
}

interface GridActionsInput {
  readonly classes: readonly ClassDefinition[];
  readonly press: GridPress;
  readonly selection: { peek(): Selection };
}

function gridActions({ classes, press, selection }: GridActionsInput): readonly RoomAction[] {
  const unavailable = (): string | null =>
    selection.peek().chosen.size > 0 ? null : strings.nothing;
  if (press.mode === 'multi')
    return planActions({
      room: 'grid',
      classes,
      unavailable,
      onStep: press.step,
      onApply: press.apply,
      hasPlan: () => press.plan.peek().size > 0,
    });
  return classes.map((own) => ({
    id: `grid.class.${own.id}`,
    label: strings.labelAs(own.name),
    shortcut: own.key,
    run: () => press.label(own),
    unavailable,
  }));
}
