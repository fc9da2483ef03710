import type { Preview } from '../../../../workers/api.ts';
import { firstItem } from '../first-item.ts';
import type { Roles } from '../roles.ts';
import { strings } from '../strings.ts';

const MAX_CHARACTERS = 1_200;
const MAX_FIELDS = 6;

interface FirstItemProps {
  readonly preview: Preview;
  readonly roles: Roles;
}

export function FirstItem({ preview, roles }: FirstItemProps) {
  const item = firstItem(preview, roles);
  if (item === null) return null;
  return (
    <figure class="import-first">
      <figcaption class="import-quiet">{strings.read.first}</figcaption>
      <blockquote dir="auto">{item.text.slice(0, MAX_CHARACTERS)}</blockquote>
      {item.fields.length > 0 && (
        <dl>
          {item.fields.slice(0, MAX_FIELDS).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value.slice(0, MAX_CHARACTERS)}</dd>
            </div>
          ))}
        </dl>
      )}
    </figure>
  );
}
