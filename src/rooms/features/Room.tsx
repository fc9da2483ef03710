import { useSignal } from '@preact/signals';
import type { Command } from '../../domain/commands/index.ts';
import { viewOf } from '../../modalities/views.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import type { RoomProps } from '../room.ts';
import { createNameOf } from '../shared/study/say.ts';
import { Account } from './parts/Account.tsx';
import { AddFeature } from './parts/AddFeature.tsx';
import { AnchoringMeter } from './parts/AnchoringMeter.tsx';
import { Conflicts } from './parts/Conflicts.tsx';
import { ContrastTest } from './parts/ContrastTest.tsx';
import { Copies } from './parts/Copies.tsx';
import { WordList } from './parts/WordList.tsx';
import type { FeaturesProps } from './props.ts';
import { strings } from './strings.ts';
import './features.css';

const TABS = [
  { id: 'words', label: strings.tabs.words },
  { id: 'brought', label: strings.tabs.brought },
  { id: 'copies', label: strings.tabs.copies },
] as const;

export default function FeaturesRoom({ services, session, path }: RoomProps) {
  const tab = useSignal<string>(TABS.some(({ id }) => id === path) ? path : 'words');
  if (!session) return <p>{strings.needsProject}</p>;
  const act = async (command: Command, done: string): Promise<void> => {
    const outcome = await session.run(command);
    services.notify(
      outcome.ok ? { tone: 'good', text: done } : { tone: 'bad', text: outcome.error.message },
    );
  };
  const parts = { services, session, act, nameOf: createNameOf(session.project.value.classes) };
  return (
    <div class="features-page">
      <header>
        <h1>{strings.title}</h1>
        <p class="features-quiet">{strings.lead}</p>
      </header>
      <Tabs
        value={tab.value}
        onChange={(id) => {
          tab.value = id;
        }}
        tabs={TABS.map((one) => (one.id === 'words' ? { ...one, label: capitalised(parts) } : one))}
        label={strings.label}
      >
        <Shown {...parts} tab={tab.value} />
      </Tabs>
    </div>
  );
}

/** What the items are made of: words, columns, places. */
function capitalised({ session }: FeaturesProps): string {
  const { parts } = viewOf(session.project.value.modality).words;
  return `${parts.slice(0, 1).toUpperCase()}${parts.slice(1)}`;
}

function Shown({ tab, ...parts }: FeaturesProps & { readonly tab: string }) {
  if (tab === 'brought') {
    return (
      <div class="features-stack">
        <Account {...parts} />
        <AnchoringMeter {...parts} />
      </div>
    );
  }
  if (tab === 'copies') {
    return (
      <div class="features-stack">
        <ContrastTest {...parts} />
        <Copies {...parts} />
      </div>
    );
  }
  return (
    <div class="features-stack">
      {viewOf(parts.session.project.value.modality).featureOf && <AddFeature {...parts} />}
      <Conflicts {...parts} />
      <WordList {...parts} />
    </div>
  );
}
