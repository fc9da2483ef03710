import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { countDecided } from '../../../domain/trust/incoming.ts';
import type { ProjectRow } from '../../../storage/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatAgo } from '../../shared/format-time.ts';
import { saveBackup } from '../../shared/save-backup.ts';
import {
  type CardKind,
  type ExportKind,
  type ExportWhat,
  exportCard,
  exportFile,
} from '../export-actions.ts';
import type { DataProps } from '../props.ts';
import { strings } from '../strings.ts';

interface ExportsProps extends DataProps {
  readonly row: ProjectRow | null;
}

export function Exports({ services, session, row }: ExportsProps) {
  return (
    <section class="data-section">
      <h2>{strings.export.title}</h2>
      <p class="data-quiet">{strings.export.lead}</p>
      <ExportPair
        services={services}
        session={session}
        what="labels"
        title={strings.export.labels}
        hint={strings.export.labelsHint}
      >
        <Decided services={services} session={session} />
      </ExportPair>
      <ExportPair
        services={services}
        session={session}
        what="predictions"
        title={strings.export.predictions}
        hint={strings.export.predictionsHint}
      />
      <p class="data-quiet">{strings.export.formulas}</p>
      <CardExport services={services} session={session} />
      <Backup services={services} session={session} row={row} />
    </section>
  );
}

interface ExportPairProps extends DataProps {
  readonly what: ExportWhat;
  readonly title: string;
  readonly hint: string;
  readonly children?: ComponentChildren;
}

function ExportPair({ what, title, hint, children, ...props }: ExportPairProps) {
  const busy = useSignal<ExportKind | null>(null);
  const isTooEarly = what === 'predictions' && props.session.learner.value.trainedOn === 0;
  const go = async (kind: ExportKind): Promise<void> => {
    busy.value = kind;
    try {
      await exportFile(props, what, kind);
    } finally {
      busy.value = null;
    }
  };
  const button = (kind: ExportKind, label: string, full: string) => (
    <Button
      icon="download"
      aria-label={full}
      busy={busy.value === kind}
      disabled={isTooEarly || busy.value !== null}
      onClick={() => void go(kind)}
    >
      {label}
    </Button>
  );
  return (
    <div class="data-export">
      <h3>{title}</h3>
      <p class="data-quiet">{isTooEarly ? strings.export.noModel : hint}</p>
      {children}
      <div class="data-row">
        {button('csv', strings.export.csv, strings.export.csvLabel(title))}
        {button('jsonl', strings.export.jsonl, strings.export.jsonlLabel(title))}
      </div>
    </div>
  );
}

/** What is missing from the labels on purpose, and where it is. */
function Decided({ services, session }: DataProps) {
  const count = countDecided(session.state.value);
  if (count === 0) return null;
  return (
    <p>
      {strings.export.decided(count)}{' '}
      <a href={services.router.href('decide', session.id)}>{strings.export.decidedLink}</a>
    </p>
  );
}

function CardExport(props: DataProps) {
  const busy = useSignal<CardKind | null>(null);
  const go = async (kind: CardKind): Promise<void> => {
    busy.value = kind;
    try {
      await exportCard(props, kind);
    } finally {
      busy.value = null;
    }
  };
  const button = (kind: CardKind) => (
    <Button
      icon="download"
      busy={busy.value === kind}
      disabled={busy.value !== null}
      onClick={() => void go(kind)}
    >
      {strings.card[kind]}
    </Button>
  );
  return (
    <div class="data-export">
      <h3>{strings.card.title}</h3>
      <p class="data-quiet">{strings.card.hint}</p>
      <div class="data-row">
        {button('md')}
        {button('json')}
      </div>
    </div>
  );
}

function Backup({ services, session, row }: ExportsProps) {
  const isBusy = useSignal(false);
  const at = row?.summary.lastBackupAt ?? null;
  const go = async (): Promise<void> => {
    isBusy.value = true;
    try {
      await saveBackup(services, { id: session.id, project: session.project.value });
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <div class="data-export">
      <h3>{strings.export.backup}</h3>
      <p class="data-quiet">{strings.export.backupHint}</p>
      <p>
        {at === null
          ? strings.export.noBackup
          : strings.export.lastBackup(formatAgo(at, services.clock.now()))}
      </p>
      <div class="data-row">
        <Button icon="download" busy={isBusy.value} onClick={() => void go()}>
          {strings.export.backupGo}
        </Button>
      </div>
    </div>
  );
}
