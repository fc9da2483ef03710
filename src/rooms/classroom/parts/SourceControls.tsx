import type { RaceSource } from '../../../../workers/api.ts';
import type { ProjectId } from '../../../domain/records.ts';
import type { Services } from '../../../engine/services.ts';
import { samples } from '../../../samples/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useLoaded } from '../../shared/use-loaded.ts';
import { FIRST_TOY } from '../scene/scene.ts';
import { strings } from '../strings.ts';
import { ToyControls } from './ToyControls.tsx';

interface SourceControlsProps {
  readonly services: Services;
  readonly source: RaceSource;
  readonly onChange: (source: RaceSource) => void;
}

/** What is raced on: points of the plane, a sample, a project. */
export function SourceControls({ services, source, onChange }: SourceControlsProps) {
  const { loaded } = useLoaded(() => services.storage.projects.list(), [services.storage]);
  const projects = loaded.status === 'ready' ? loaded.value : [];
  const words = strings.race;
  const kind = source.kind === 'drawn' ? 'toy' : source.kind;
  const choose = (next: string): void => {
    if (next === 'toy') onChange(FIRST_TOY);
    if (next === 'sample') onChange({ kind: 'sample', id: samples[0]?.id ?? '' });
    if (next === 'project')
      onChange({ kind: 'project', id: projects[0]?.id ?? ('none' as ProjectId) });
  };
  return (
    <>
      <Segmented
        label={words.source}
        value={kind}
        options={(['toy', 'sample', 'project'] as const).map((value) => ({
          value,
          label: words.sources[value],
        }))}
        onChange={choose}
      />
      {(source.kind === 'toy' || source.kind === 'drawn') && (
        <ToyControls source={source} onChange={onChange} />
      )}
      {source.kind === 'sample' && (
        <Field label={words.sample}>
          <Select
            value={source.id}
            options={samples.map(({ id, label }) => ({ value: id, label }))}
            onChange={(id) => onChange({ kind: 'sample', id })}
          />
        </Field>
      )}
      {source.kind === 'project' &&
        (projects.length === 0 ? (
          <p class="slider-hint">{words.noProjects}</p>
        ) : (
          <Field label={words.project} hint={words.projectHint}>
            <Select
              value={source.id}
              options={projects.map(({ id, project }) => ({ value: id, label: project.name }))}
              onChange={(id) => onChange({ kind: 'project', id: id as ProjectId })}
            />
          </Field>
        ))}
    </>
  );
}
