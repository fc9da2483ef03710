import type { GroupThreshold } from '../../../domain/trust/group-thresholds.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { percent } from '../../../ui/percent.ts';
import { runWithUndo } from '../../shared/run-with-undo.ts';
import type { TrustProps } from '../props.ts';
import { strings } from '../strings.ts';

const { expert: words } = strings;
/** Of the random id of a person's device, enough to tell them apart. */
const ID_CHARACTERS = 6;

/** Thresholds of groups that are in force, with who set them; they are set in Oversight, beside the figures. */
export function GroupList({ services, session, routing }: TrustProps) {
  const { groups = [] } = routing;
  if (groups.length === 0) return null;
  const end = async ({ field, value }: GroupThreshold): Promise<void> => {
    const command = { type: 'set-group-threshold', field, value, least: null } as const;
    const refusal = await runWithUndo({ services, session, command, said: strings.changed });
    if (refusal) services.notify({ tone: 'bad', text: refusal });
  };
  return (
    <div class="trust-rules">
      <h3>{words.groups}</h3>
      <p class="trust-quiet">{words.groupsWarning}</p>
      <ul>
        {groups.map((one) => (
          <li key={one.id}>
            <span dir="auto">{sayGroup(one)}</span>
            <IconButton
              icon="trash"
              label={words.remove(sayGroup(one))}
              onClick={() => void end(one)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function sayGroup({ field, value, least, by, at }: GroupThreshold): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return words.group(field, value, percent(least), words.setBy(by.slice(-ID_CHARACTERS), day));
}
