import { Spinner } from '../../../ui/Spinner.tsx';
import { PlaceGrid } from '../../places/PlaceGrid.tsx';
import { cellsIn, filled, regionsOf } from '../../places/places.ts';
import type { EditorViewProps } from '../../view-contract.ts';
import { COLUMNS, cellsOf, ROWS, regionOf } from '../lattice.ts';
import { Controls } from './Controls.tsx';
import { Cursor, labelOf } from './Item.tsx';
import { placeName } from './place-name.ts';
import { Spectrogram } from './Spectrogram.tsx';
import { strings } from './strings.ts';
import { useHeard } from './use-heard.ts';
import { usePlayer } from './use-player.ts';
import { useSound } from './use-sound.ts';

const GRID = { columns: COLUMNS, rows: ROWS };

/** Silences places: they are filled with what lies around. */
export function SoundEditor({ original, content, media, onChange }: EditorViewProps) {
  const sound = content.kind === 'sound' ? content : null;
  const loaded = useSound(sound, media);
  const input = loaded.status === 'ready' ? loaded.input : null;
  const player = usePlayer(useHeard(input));
  if (original.kind !== 'sound' || !sound) return null;
  if (loaded.status === 'loading') return <Spinner label={strings.loading} />;
  if (!input) return <p>{strings.failed}</p>;
  const added = (sound.patches ?? []).slice(original.patches?.length ?? 0);
  const chosen = cellsIn(
    added.map(({ region }) => region),
    GRID,
  );
  const extents = { length: input.samples.length / input.rate, rate: input.rate };
  const places = cellsOf(COLUMNS).map((cell, i) => {
    const name = placeName(regionOf(cell, COLUMNS), extents);
    return { label: chosen.has(i) ? strings.muted(name) : strings.hearable(name) };
  });
  return (
    <div class="sound">
      <p class="study-quiet">{strings.edit}</p>
      <div class="sound-frame" data-edit>
        <Spectrogram input={input} label={labelOf(sound, extents.length)} />
        <Cursor player={player} length={extents.length} />
        <PlaceGrid
          label={strings.gridEdit}
          look="sound-grid"
          grid={GRID}
          places={places}
          chosen={chosen}
          onChoose={(next) => onChange(filled(original, regionsOf(next, GRID)))}
        />
      </div>
      <Controls player={player} length={extents.length} />
      <p class="study-quiet">{strings.hearNote}</p>
    </div>
  );
}
