import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LearnerStatus } from '../../../../workers/api.ts';
import type { Services } from '../../../engine/services.ts';
import { formatBytes } from '../../shared/format-bytes.ts';
import { formatCount } from '../../shared/format-number.ts';
import { pageMemory } from '../page-memory.ts';
import { strings } from '../strings.ts';

type Held = Pick<LearnerStatus, 'memory' | 'scoring'> & { readonly name: string };

/** What large projects cost in memory: the learner's share by project, and the page's own. */
export function MemorySection({ services }: { readonly services: Services }) {
  const held = useSignal<readonly Held[] | null>(null);
  useEffect(() => {
    void readHeld(services).then((found) => {
      held.value = found;
    });
  }, []);
  const used = pageMemory();
  const text = strings.memory;
  return (
    <section class="settings-section">
      <h2>{text.title}</h2>
      <p class="settings-quiet">{text.lead}</p>
      {held.value !== null &&
        (held.value.length === 0 ? <p>{text.none}</p> : <HeldTable rows={held.value} />)}
      <p class="settings-quiet">
        {used === null ? text.pageUnknown : text.page(formatBytes(used))}
      </p>
    </section>
  );
}

function HeldTable({ rows }: { readonly rows: readonly Held[] }) {
  const text = strings.memory;
  return (
    <div class="settings-scroll">
      <table class="settings-table">
        <thead>
          <tr>
            <th scope="col">{text.project}</th>
            <th scope="col">{text.items}</th>
            <th scope="col">{text.features}</th>
            <th scope="col">{text.backend}</th>
            <th scope="col">{text.probabilities}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, memory, scoring }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{sayItems(memory?.rows ?? 0, scoring?.total ?? null)}</td>
              <td>{formatBytes(memory?.features ?? 0)}</td>
              <td>{formatBytes(memory?.backend ?? 0)}</td>
              <td>{formatBytes(memory?.probabilities ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sayItems(rows: number, total: number | null): string {
  return total === null
    ? formatCount(rows)
    : strings.memory.of(formatCount(rows), formatCount(total));
}

/** Largest first. */
async function readHeld({ storage }: Services): Promise<readonly Held[]> {
  const projects = await storage.projects.list();
  const found = await Promise.all(
    projects.map(async ({ id, project }) => {
      const status = await storage.caches.get<LearnerStatus>(id, 'status');
      // Written before this was counted: nothing is known.
      return {
        name: project.name,
        memory: status?.memory ?? null,
        scoring: status?.scoring ?? null,
      };
    }),
  );
  const bytes = ({ memory }: Held): number => memory?.features ?? 0;
  return found.filter(({ memory }) => memory !== null).sort((a, b) => bytes(b) - bytes(a));
}
