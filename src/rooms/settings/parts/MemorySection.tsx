import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LearnerMemory, LearnerStatus } from '../../../../workers/api.ts';
import type { Services } from '../../../engine/services.ts';
import { formatBytes } from '../../shared/format-bytes.ts';
import { formatCount } from '../../shared/format-number.ts';
import { totalOf } from '../../shared/learner-memory.ts';
import { pageMemory } from '../page-memory.ts';
import { strings } from '../strings.ts';

interface Held extends Pick<LearnerStatus, 'scoring'> {
  readonly id: string;
  readonly name: string;
  readonly memory: LearnerMemory;
}

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
            <th scope="col">{text.held}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, memory, scoring }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{sayItems(memory.rows, scoring?.total ?? null)}</td>
              <td>
                {formatBytes(totalOf(memory))}
                <div class="settings-quiet">
                  {text.parts(
                    formatBytes(memory.features),
                    formatBytes(memory.backend),
                    formatBytes(memory.probabilities),
                  )}
                </div>
              </td>
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

/** Largest first; of a project not opened since this is counted nothing is known. */
async function readHeld({ storage }: Services): Promise<readonly Held[]> {
  const projects = await storage.projects.list();
  const found = await Promise.all(
    projects.map(async ({ id, project: { name } }): Promise<Held[]> => {
      const status = await storage.caches.get<Partial<LearnerStatus>>(id, 'status');
      const { memory = null, scoring = null } = status ?? {};
      return memory ? [{ id, name, memory, scoring }] : [];
    }),
  );
  return found.flat().sort((a, b) => totalOf(b.memory) - totalOf(a.memory));
}
