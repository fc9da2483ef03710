import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { useLoaded } from '../../shared/use-loaded.ts';
import { changeSettings } from '../change-settings.ts';
import { fieldNames } from '../field-names.ts';
import type { ClassesProps } from '../props.ts';
import { strings } from '../strings.ts';

/** Items looked at from either end: an import gives all its items the same fields. */
const ITEMS_READ = 25;

export function FieldsSetting({ services, session }: ClassesProps) {
  const count = session.itemCount.value;
  const { items } = services.storage;
  const { loaded } = useLoaded(async () => {
    const first = await items.range(session.id, 0, ITEMS_READ);
    const last = await items.range(session.id, Math.max(ITEMS_READ, count - ITEMS_READ), count);
    return [...first, ...last];
  }, [items, session, count]);
  const { shownFields } = session.project.value.settings;
  const toggle = (name: string, isShown: boolean): void => {
    const rest = shownFields.filter((field) => field !== name);
    void changeSettings({ services, session }, { shownFields: isShown ? [...rest, name] : rest });
  };
  if (loaded.status === 'loading') return <Spinner label={strings.settings.fieldsLoading} />;
  if (loaded.status === 'failed') return <Notice tone="bad">{loaded.message}</Notice>;
  const names = fieldNames(loaded.value, shownFields);
  return (
    <fieldset class="classes-fields">
      <legend>{strings.settings.fields}</legend>
      {names.length === 0 && <p class="classes-quiet">{strings.settings.fieldsNone}</p>}
      {names.map((name) => (
        <Checkbox
          key={name}
          label={name}
          value={shownFields.includes(name)}
          onChange={(value: boolean) => toggle(name, value)}
        />
      ))}
    </fieldset>
  );
}
