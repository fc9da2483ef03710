/** What is fixed for a project of sounds when it begins: the rate of all its items, and how they are cut. */
import type { ProjectSettings } from '../../domain/records.ts';
import { MOST_RATE } from '../../modalities/sound/input.ts';
import { isWav, readWav } from '../../modalities/sound/wav.ts';
import type { WizardState } from './state.ts';

/** Long enough for a header with all that recorders write before the samples. */
const HEADER_BYTES = 65_536;

export async function soundSettings(state: WizardState): Promise<Partial<ProjectSettings>> {
  if (state.modality !== 'sound' || state.preview.status !== 'ready') return {};
  const rate = Math.min(MOST_RATE, await sourceRate(state.preview.value.files ?? []));
  return { sound: { rate, windowMs: state.windowMs } };
}

/** Of the first WAV that says it; compressed sound comes from the browser at a higher rate anyway. */
async function sourceRate(files: readonly { readonly blob: Blob }[]): Promise<number> {
  for (const { blob } of files) {
    const head = new Uint8Array(await blob.slice(0, HEADER_BYTES).arrayBuffer());
    const wav = isWav(head) ? readWav(head) : null;
    if (wav && 'rate' in wav) return wav.rate;
  }
  return MOST_RATE;
}
