import { useSignal } from '@preact/signals';
import type { Command } from '../../domain/commands/index.ts';
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
        tabs={TABS}
        label={strings.label}
      >
        <Shown {...parts} tab={tab.value} />
      </Tabs>
    </div>
  );
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
      <AddFeature {...parts} />
      <Conflicts {...parts} />
      <WordList {...parts} />
    </div>
  );
}
