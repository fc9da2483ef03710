import { useSignal } from '@preact/signals';
import { Tabs } from '../../ui/Tabs.tsx';
import type { RoomProps } from '../room.ts';
import { ClassesTab } from './parts/ClassesTab.tsx';
import { GuidelinesTab } from './parts/GuidelinesTab.tsx';
import { SettingsTab } from './parts/SettingsTab.tsx';
import type { ClassesProps } from './props.ts';
import { strings } from './strings.ts';
import './classes.css';

type TabId = keyof typeof strings.tabs;
const TABS: readonly TabId[] = ['classes', 'guidelines', 'settings'];
const isTab = (text: string): text is TabId => TABS.some((tab) => tab === text);

export default function ClassesRoom({ services, session, path }: RoomProps) {
  if (session === null) return <p>{strings.needsProject}</p>;
  return <ClassesPage services={services} session={session} path={path} />;
}

function ClassesPage({ services, session, path }: ClassesProps & { readonly path: string }) {
  const tab = useSignal<TabId>(isTab(path) ? path : 'classes');
  return (
    <div class="classes-page">
      <header>
        <h1>{strings.title}</h1>
        <p class="classes-quiet">{strings.lead}</p>
      </header>
      <Tabs
        label={strings.tabsLabel}
        value={tab.value}
        tabs={TABS.map((id) => ({ id, label: strings.tabs[id] }))}
        onChange={(id: string) => {
          if (isTab(id)) tab.value = id;
        }}
      >
        {tab.value === 'classes' && <ClassesTab services={services} session={session} />}
        {tab.value === 'guidelines' && <GuidelinesTab services={services} session={session} />}
        {tab.value === 'settings' && <SettingsTab services={services} session={session} />}
      </Tabs>
    </div>
  );
}
