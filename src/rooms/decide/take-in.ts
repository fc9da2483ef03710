/** New items straight from files, read as the project's own were: to be decided about. */
import type {
  ImportPlan,
  ImportReport,
  Outcome,
  Preview,
  PreviewOptions,
  SourceInput,
} from '../../../workers/api.ts';
import type { Project } from '../../domain/records.ts';
import { decodeSound } from '../shared/decode-sound.ts';
import type { DecideProps } from './props.ts';
import { strings } from './strings.ts';

/** Rejects with words for the person; nothing has come in then. */
export async function takeIn(
  { services, session }: DecideProps,
  sources: readonly SourceInput[],
  options: PreviewOptions = {},
): Promise<ImportReport> {
  const { importer } = services;
  const preview = unwrap(await importer.preview(sources, options));
  const plan = planOf(preview, session.project.value);
  const report = unwrap(await importer.run(sources, plan, () => undefined, decodeSound));
  await session.refresh();
  return report;
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** What a file says of labels is not believed here: whoever decides must not be told the answer. */
export function planOf(preview: Preview, project: Project): ImportPlan {
  const { modality, settings, id } = project;
  if (!preview.modalities.includes(modality)) throw new Error(strings.arrivals.otherKind);
  const own = new Set((settings.columns ?? []).map(({ name }) => name));
  const roles = Object.fromEntries(
    preview.columns.map(({ name, guess }): [string, ImportPlan['roles'][string]] => {
      if (modality === 'table') return [name, own.has(name) ? 'content' : 'ignore'];
      return [name, guess === 'label' || guess === 'oracle' ? 'field' : guess];
    }),
  );
  if (!Object.values(roles).includes('content')) throw new Error(strings.arrivals.noContent);
  const { format, encoding, delimiter, hasHeader, unit } = preview;
  return {
    projectId: id,
    modality,
    options: {
      ...(format === 'files' ? {} : { format }),
      encoding,
      ...(delimiter === null ? {} : { delimiter }),
      ...(hasHeader === null ? {} : { hasHeader }),
      ...(unit === null ? {} : { unit }),
    },
    roles,
    labelSeparator: null,
    duplicates: 'skip',
    purpose: 'decide',
    classes: {},
  };
}
