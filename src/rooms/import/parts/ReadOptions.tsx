import type { Preview } from '../../../../workers/api.ts';
import { formats } from '../../../formats/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Toggle } from '../../../ui/Toggle.tsx';
import { encodingChoices } from '../encodings.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';

interface ReadOptionsProps {
  readonly wizard: Wizard;
  /** Null while the file could not be read: then only format and encoding can be set. */
  readonly preview: Preview | null;
}

export function ReadOptions({ wizard, preview }: ReadOptionsProps) {
  const { options } = wizard.state.value;
  const encoding = (options.encoding ?? preview?.encoding ?? '').toLowerCase();
  const format = options.format ?? preview?.format ?? '';
  return (
    <div class="import-options">
      <Field label={strings.read.format}>
        <Select
          value={format}
          options={withFound(
            Object.values(formats).map(({ id, label }) => ({ value: id, label })),
            format,
          )}
          onChange={(value: string) => wizard.readAs({ format: value })}
        />
      </Field>
      <Field label={strings.read.encoding}>
        <Select
          value={encoding}
          options={withFound(
            encodingChoices(encoding).map((name) => ({ value: name, label: name })),
            encoding,
          )}
          onChange={(value: string) => wizard.readAs({ encoding: value })}
        />
      </Field>
      {preview !== null && <ShapeOptions wizard={wizard} preview={preview} />}
    </div>
  );
}

/** What only some formats have: a delimiter, a header, lines or whole files. */
function ShapeOptions({ wizard, preview }: { readonly wizard: Wizard; readonly preview: Preview }) {
  return (
    <>
      {preview.delimiter !== null && (
        <Field label={strings.read.delimiter}>
          <Select
            value={preview.delimiter}
            options={delimiterChoices(preview.delimiter)}
            onChange={(delimiter: string) => wizard.readAs({ delimiter })}
          />
        </Field>
      )}
      {preview.hasHeader !== null && (
        <Toggle
          label={strings.read.header}
          value={preview.hasHeader}
          onChange={(hasHeader: boolean) => wizard.readAs({ hasHeader })}
        />
      )}
      {preview.unit !== null && (
        <Field label={strings.read.unit}>
          <Select
            value={preview.unit}
            options={[
              { value: 'line', label: strings.read.unitLine },
              { value: 'file', label: strings.read.unitFile },
            ]}
            onChange={(unit: string) => wizard.readAs({ unit: unit === 'file' ? 'file' : 'line' })}
          />
        </Field>
      )}
    </>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const withFound = (choices: readonly Choice[], current: string): Choice[] =>
  current === '' ? [{ value: '', label: strings.read.automatic }, ...choices] : [...choices];

const delimiterChoices = (current: string): Choice[] =>
  strings.delimiters.some(({ value }) => value === current)
    ? strings.delimiters
    : [{ value: current, label: current }, ...strings.delimiters];
