import type { CommandContext } from '../../domain/commands/index.ts';
import type { Services } from '../../engine/services.ts';
import { digest } from '../../modalities/content-hash.ts';

/** Who decides, when, on which device: what every event is stamped with. */
export const commandContext = ({ ids, clock, person }: Services): CommandContext => ({
  newId: ids.event,
  now: clock.now(),
  by: person.annotator,
  device: person.device,
  digest,
});
