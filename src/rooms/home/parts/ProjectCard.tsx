import type { Services } from '../../../engine/services.ts';
import type { ProjectRow } from '../../../storage/api.ts';
import { Interval } from '../../../ui/Interval.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { formatAgo } from '../../shared/format-time.ts';
import { saveBackup } from '../../shared/save-backup.ts';
import { progressOf } from '../order.ts';
import { strings } from '../strings.ts';

interface ProjectCardProps {
  readonly services: Services;
  readonly row: ProjectRow;
  readonly onAsk: (what: 'rename' | 'remove') => void;
}

export function ProjectCard({ services, row, onAsk }: ProjectCardProps) {
  const { project, summary } = row;
  const classes = project.classes.filter((definition) => !definition.retired).length;
  return (
    <article class="home-card">
      <div class="home-card-head">
        <h2>
          <a href={services.router.href('label', row.id)}>{project.name}</a>
        </h2>
        <div class="home-card-menu">
          <CardMenu services={services} row={row} onAsk={onAsk} />
        </div>
      </div>
      <p class="home-quiet">
        {strings.card.kind(project.modality, project.mode, classes)}
        {project.sample !== null && <span class="home-tag">{strings.card.sample}</span>}
      </p>
      <Progress
        value={progressOf(summary)}
        label={strings.card.progress(summary.answered, summary.items)}
      />
      {summary.given > 0 && <p class="home-quiet">{strings.card.given(summary.given)}</p>}
      {summary.quality === null || summary.quality.n === 0 ? (
        <p class="home-quiet">{strings.card.notMeasured}</p>
      ) : (
        <Interval {...summary.quality} label={strings.card.quality} />
      )}
      <CardDates services={services} row={row} />
    </article>
  );
}

function CardMenu({ services, row, onAsk }: ProjectCardProps) {
  const { router } = services;
  return (
    <Menu
      label={strings.card.menu(row.project.name)}
      icon="more"
      items={[
        { id: 'add', label: strings.menu.add, run: () => router.go('import', null, row.id) },
        { id: 'rename', label: strings.menu.rename, run: () => onAsk('rename') },
        { id: 'backup', label: strings.menu.backup, run: () => void saveBackup(services, row) },
        { id: 'remove', label: strings.menu.remove, run: () => onAsk('remove') },
      ]}
    />
  );
}

function CardDates({ services, row }: Pick<ProjectCardProps, 'services' | 'row'>) {
  const now = services.clock.now();
  const { lastOpenedAt, lastBackupAt } = row.summary;
  return (
    <p class="home-card-dates home-quiet">
      <span>
        {lastOpenedAt === 0
          ? strings.card.notOpened
          : strings.card.opened(formatAgo(lastOpenedAt, now))}
      </span>
      <span>
        {lastBackupAt === null
          ? strings.card.noBackup
          : strings.card.backup(formatAgo(lastBackupAt, now))}
      </span>
    </p>
  );
}
