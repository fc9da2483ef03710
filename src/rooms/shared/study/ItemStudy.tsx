import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { isAudit } from '../../../domain/explanation/contrast-set.ts';
import { standingFeedback } from '../../../domain/explanation/standing-feedback.ts';
import type { Item, ItemId } from '../../../domain/records.ts';
import { isKeptBlind } from '../../../domain/trust/incoming.ts';
import type { ProjectSession } from '../../../engine/api.ts';
import type { Services } from '../../../engine/services.ts';
import { viewOf } from '../../../modalities/views.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { useOverview } from '../use-overview.ts';
import { AskedWords } from './parts/AskedWords.tsx';
import { EditIt } from './parts/EditIt.tsx';
import { Flips } from './parts/Flips.tsx';
import { Neighbours } from './parts/Neighbours.tsx';
import { Said } from './parts/Said.tsx';
import { WhatItDid } from './parts/WhatItDid.tsx';
import { Why } from './parts/Why.tsx';
import { saidHere } from './said-here.ts';
import { createNameOf } from './say.ts';
import { strings } from './strings.ts';
import { createStudy, type Folds, type Study } from './study.ts';
import './study.css';

export interface ItemStudyProps {
  readonly services: Services;
  readonly session: ProjectSession;
  readonly itemId: ItemId;
  /** True on a page of its own, where there is room for more. */
  readonly isAlone?: boolean;
}

/** One item under the lens: why, what to correct, what would change it. Never in the way of labels. */
export function ItemStudy(props: ItemStudyProps) {
  const folds: Folds = useSignal({ near: props.isAlone ?? false, flips: true, edit: false });
  // Whoever has seen the model's reasons checks nothing any more.
  if (isKeptBlind(props.session.state.value, props.itemId)) return <KeptBlind {...props} />;
  return <OneItem key={props.itemId} {...props} folds={folds} />;
}

function KeptBlind({ services, session }: ItemStudyProps) {
  const toDecide = (): void => services.router.go('decide', session.id);
  return (
    <Notice
      tone="plain"
      title={strings.blind.title}
      actions={<Button onClick={toDecide}>{strings.blind.toDecide}</Button>}
    >
      {strings.blind.words}
    </Notice>
  );
}

interface OneItemProps extends ItemStudyProps {
  readonly folds: Folds;
}

function OneItem({ services, session, itemId, folds }: OneItemProps) {
  const study = useMemo(
    () => createStudy({ session, services, itemId, folds }),
    [session, services, itemId, folds],
  );
  useEffect(() => study.dispose, [study]);
  const item = study.item.value;
  if (study.problem.value !== null) {
    return <Notice tone="bad">{strings.failed(study.problem.value)}</Notice>;
  }
  if (item === undefined) return <Spinner label={strings.reading} />;
  if (item === null) return <Notice tone="warn">{strings.gone}</Notice>;
  return <Sections {...{ services, session, study, item, folds }} />;
}

interface SectionsProps extends Omit<ItemStudyProps, 'itemId'> {
  readonly study: Study;
  readonly item: Item;
  readonly folds: Folds;
}

function Sections({ item, ...rest }: SectionsProps) {
  const { session } = rest;
  const { modality, settings } = session.project.value;
  const view = viewOf(modality);
  const overview = useOverview(session);
  const context = useMemo(
    () => ({ media: session.media, overview, settings }),
    [session, overview, settings],
  );
  const said = useComputed(() =>
    saidHere(standingFeedback(session.state.value), item.id, item.content),
  );
  const nameOf = createNameOf(session.project.value.classes);
  const parts = { ...rest, item, nameOf, said: said.value, view, context };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys from the room, and does nothing with them
    <div class="study" onKeyDown={keepArrows}>
      <Why {...parts} />
      {isAudit(session.state.value, item.id) && <Notice tone="plain">{strings.audit}</Notice>}
      <Said {...parts} />
      <WhatItDid {...parts} />
      <AskedWords {...parts} />
      <Flips {...parts} />
      <EditIt {...parts} />
      <Neighbours {...parts} />
    </div>
  );
}

/** Arrows that move between radio buttons must not also walk through the answers of the room. */
function keepArrows(event: KeyboardEvent): void {
  const isChoice = event.target instanceof HTMLInputElement && event.target.type === 'radio';
  if (isChoice && event.key.startsWith('Arrow')) event.stopPropagation();
}
