import type { ImageContent, Region, RegionPatch } from '../../../domain/records.ts';
import type { ChangedViewProps, Media } from '../../view-contract.ts';
import { Framed } from './Framed.tsx';
import { gridBehind, placeName } from './place-name.ts';
import { strings } from './strings.ts';
import './image.css';

/** Before and after, side by side, the changed places framed in both. */
export function ChangedImage({ content, changed, changes, media }: ChangedViewProps) {
  if (content.kind !== 'image' || changed.kind !== 'image') return null;
  const fresh = (changed.patches ?? []).slice((content.patches ?? []).length);
  const regions = fresh.map(({ region }) => region);
  const names = changes?.flatMap((one) => (one.kind === 'region' ? [one.put] : [])) ?? [];
  return (
    <>
      <div class="picture-pair">
        <Side content={content} regions={regions} media={media} caption={strings.before} />
        <Side content={changed} regions={regions} media={media} caption={strings.after} />
      </div>
      {fresh.map((patch, i) => (
        <p key={i} class="study-quiet">
          {sayPatch(patch, names[i] ?? '', content)}
        </p>
      ))}
    </>
  );
}

function sayPatch({ region, fill }: RegionPatch, name: string, content: ImageContent): string {
  const place = placeName(region, gridBehind(region, content));
  return fill.kind === 'mean' ? strings.emptied(place) : strings.replaced(place, name);
}

interface SideProps {
  readonly content: ImageContent;
  readonly regions: readonly Region[];
  readonly media: Media;
  readonly caption: string;
}

function Side({ content, regions, media, caption }: SideProps) {
  return (
    <figure class="picture-side">
      <Framed content={content} media={media} alt={`${content.name}, ${caption}`}>
        {regions.map(({ x, y, width, height }, i) => (
          <span
            key={i}
            class="picture-mark"
            style={{
              left: `${100 * x}%`,
              top: `${100 * y}%`,
              width: `${100 * width}%`,
              height: `${100 * height}%`,
            }}
          />
        ))}
      </Framed>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
