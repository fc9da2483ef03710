import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/Button.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { formatBytes } from '../../shared/format-bytes.ts';
import { toSources } from '../../shared/to-sources.ts';
import { strings } from '../strings.ts';
import type { Wizard } from '../wizard.ts';
import { FolderButton } from './FolderButton.tsx';
import { PasteBox } from './PasteBox.tsx';
import { ReadOptions } from './ReadOptions.tsx';
import { Step } from './Step.tsx';

export function SourceStep({ wizard }: { readonly wizard: Wizard }) {
  const { sources, preview } = wizard.state.value;
  if (sources.length === 0) return <Choose wizard={wizard} />;
  return (
    <Step
      id="source"
      title={strings.source.title}
      aside={
        <Button variant="quiet" onClick={() => wizard.dispatch({ type: 'reset' })}>
          {strings.source.another}
        </Button>
      }
    >
      <ChosenSources wizard={wizard} />
      {preview.status === 'loading' && <Spinner label={strings.source.reading} />}
      {preview.status === 'failed' && (
        <Notice tone="bad" title={strings.source.failedTitle}>
          <p>{preview.message}</p>
          <p>{strings.source.failedHint}</p>
          <ReadOptions wizard={wizard} preview={null} />
        </Notice>
      )}
    </Step>
  );
}

function ChosenSources({ wizard }: { readonly wizard: Wizard }) {
  const { sources } = wizard.state.value;
  const bytes = sources.reduce((sum, source) => sum + source.blob.size, 0);
  return (
    <p class="import-source-line">
      <strong>{strings.source.files(sources.length, sources[0]?.name ?? '')}</strong>
      <span class="import-quiet">{formatBytes(bytes)}</span>
    </p>
  );
}

function Choose({ wizard }: { readonly wizard: Wizard }) {
  const isPasting = useSignal(false);
  const choose = (files: readonly File[]): void => wizard.choose(toSources(files));
  return (
    <Step id="source" title={strings.source.title}>
      <FileDrop multiple label={strings.source.drop} onFiles={choose} />
      <p class="import-quiet">{strings.source.formats}</p>
      <div class="import-row">
        <FolderButton onFiles={choose} />
        <Button
          aria-expanded={isPasting.value}
          onClick={() => {
            isPasting.value = !isPasting.value;
          }}
        >
          {strings.source.paste}
        </Button>
      </div>
      {isPasting.value && <PasteBox onUse={(source) => wizard.choose([source])} />}
    </Step>
  );
}
