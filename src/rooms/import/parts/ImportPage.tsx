import { useEffect, useMemo } from 'preact/hooks';
import type { ImportPurpose, Project, ProjectId } from '../../../domain/records.ts';
import type { Services } from '../../../engine/services.ts';
import { DropPage } from '../../shared/DropPage.tsx';
import { toSources } from '../../shared/to-sources.ts';
import { strings } from '../strings.ts';
import { createWizard, type Wizard } from '../wizard.ts';
import { ClassesStep } from './ClassesStep.tsx';
import { FinishStep } from './FinishStep.tsx';
import { ReadStep } from './ReadStep.tsx';
import { Report } from './Report.tsx';
import { SourceStep } from './SourceStep.tsx';

interface ImportPageProps {
  readonly services: Services;
  readonly target: Project | null;
  readonly purpose?: ImportPurpose | null;
  /** After a finished import: another file for the project that has the items now. */
  readonly onMore: (projectId: ProjectId) => void;
}

export function ImportPage({ services, target, purpose = null, onMore }: ImportPageProps) {
  const wizard = useMemo(
    () => createWizard(services, target, purpose),
    [services, target, purpose],
  );
  useEffect(() => () => wizard.dispose(), [wizard]);
  useEffect(() => {
    const files = services.handover.value;
    if (files === null) return;
    services.handover.value = null;
    wizard.choose(toSources(files));
  }, [services, wizard]);
  const { run, sources } = wizard.state.value;
  return (
    <DropPage
      label={strings.source.dropHere}
      isDisabled={sources.length > 0}
      onFiles={(files) => wizard.choose(toSources(files))}
    >
      <div class="import-page">
        <header>
          <h1>{target === null ? strings.title : strings.addTitle(target.name)}</h1>
          <p class="import-lead">{leadFor(target, purpose)}</p>
        </header>
        {run.status === 'done' ? (
          <Report services={services} wizard={wizard} run={run} onMore={onMore} />
        ) : (
          <Steps wizard={wizard} />
        )}
      </div>
    </DropPage>
  );
}

function leadFor(target: Project | null, purpose: ImportPurpose | null): string {
  if (purpose === 'decide') return strings.decideLead;
  return target === null ? strings.lead : strings.addLead;
}

/** One page, from top to bottom; what cannot be decided yet is not there yet. */
function Steps({ wizard }: { readonly wizard: Wizard }) {
  const state = wizard.state.value;
  const isRead = state.preview.status === 'ready';
  const isRunning = state.run.status === 'running';
  return (
    <>
      <fieldset class="import-steps" disabled={isRunning}>
        <SourceStep wizard={wizard} />
        {isRead && <ReadStep wizard={wizard} />}
        {isRead && <ClassesStep wizard={wizard} />}
      </fieldset>
      {isRead && <FinishStep wizard={wizard} />}
    </>
  );
}
