import { useSignal } from '@preact/signals';
import type { Command } from '../../domain/commands/index.ts';
import { metaOf } from '../../modalities/metas.ts';
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

type Tab = { readonly id: string; readonly label: string };

/** Places of pictures and sounds have no names that could be listed. */
function tabsOf(modality: string): readonly Tab[] {
  const { parts } = viewOf(modality).words;
  const named = { id: 'words', label: strings.tabs.named(parts) };
  const rest = [
    { id: 'brought', label: strings.tabs.brought },
    { id: 'copies', label: strings.tabs.copies },
  ];
  return metaOf(modality)?.isNamed ? [named, ...rest] : rest;
}

export default function FeaturesRoom({ services, session, path }: RoomProps) {
  const tab = useSignal<string>(path);
  if (!session) return <p>{strings.needsProject}</p>;
  const tabs = tabsOf(session.project.value.modality);
  const shown = tabs.some(({ id }) => id === tab.value) ? tab.value : (tabs[0]?.id ?? '');
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
        value={shown}
        onChange={(id) => {
          tab.value = id;
        }}
        tabs={tabs}
        label={strings.label}
      >
        <Shown {...parts} tab={shown} />
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
  const { featureOf } = viewOf(parts.session.project.value.modality);
  return (
    <div class="features-stack">
      {featureOf && <AddFeature {...parts} featureOf={featureOf} />}
      <Conflicts {...parts} />
      <WordList {...parts} />
    </div>
  );
}
