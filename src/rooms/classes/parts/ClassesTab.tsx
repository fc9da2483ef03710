import { useSignal } from '@preact/signals';
import type { ClassDefinition } from '../../../domain/records.ts';
import { activeClasses, classCounts } from '../../../domain/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import { useActions } from '../../shared/use-actions.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';
import { ClassDialog } from './ClassDialog.tsx';
import { ClassRow } from './ClassRow.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { RetiredClasses } from './RetiredClasses.tsx';

export type Asked =
  | { readonly what: 'add' }
  | { readonly what: 'edit' | 'merge'; readonly definition: ClassDefinition }
  | null;

export function ClassesTab({ services, session }: ClassesProps) {
  const asked = useSignal<Asked>(null);
  const state = session.state.value;
  const counts = classCounts(state);
  const active = activeClasses(state.project);
  const ask = (next: Asked): void => {
    asked.value = next;
  };
  useActions(
    services,
    () => [
      {
        id: 'classes.add',
        label: strings.list.add,
        shortcut: 'a',
        run: () => ask({ what: 'add' }),
      },
    ],
    [services],
  );
  return (
    <>
      <div class="classes-head">
        <h2>{strings.list.active}</h2>
        <Button icon="plus" onClick={() => ask({ what: 'add' })}>
          {strings.list.add}
        </Button>
      </div>
      {active.length === 0 && (
        <EmptyState title={strings.list.none}>
          <p>{strings.list.noneHint}</p>
        </EmptyState>
      )}
      <ul class="classes-list" aria-label={strings.list.active}>
        {active.map((definition) => (
          <ClassRow
            key={definition.id}
            definition={definition}
            count={counts.get(definition.id) ?? 0}
            onEdit={() => ask({ what: 'edit', definition })}
            onMerge={() => ask({ what: 'merge', definition })}
            onRetire={() => void retire({ services, session }, definition)}
          />
        ))}
      </ul>
      <RetiredClasses services={services} session={session} />
      <Asking services={services} session={session} asked={asked.value} onClose={() => ask(null)} />
    </>
  );
}

interface AskingProps extends ClassesProps {
  readonly asked: Asked;
  readonly onClose: () => void;
}

function Asking({ services, session, asked, onClose }: AskingProps) {
  if (asked === null) return null;
  const props = { services, session, onClose };
  if (asked.what === 'add') return <ClassDialog {...props} definition={null} />;
  if (asked.what === 'edit') return <ClassDialog {...props} definition={asked.definition} />;
  return <MergeDialog {...props} from={asked.definition} />;
}

async function retire({ services, session }: ClassesProps, { id, name }: ClassDefinition) {
  const refusal = await runWithUndo({
    services,
    session,
    command: { type: 'retire-class', classId: id },
    said: strings.said.retired(name),
  });
  if (refusal !== null) services.notify({ tone: 'bad', text: refusal });
}
