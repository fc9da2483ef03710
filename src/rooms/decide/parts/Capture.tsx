import { Button } from '../../../ui/Button.tsx';
import type { DecideProps } from '../props.ts';
import { strings } from '../strings.ts';

const { arrivals: words } = strings;

/** Where pictures and sounds are captured, for projects of such items. */
const ROOMS = { image: 'camera', sound: 'microphone' } as const;

/** To the camera or the microphone, whose takings wait here then; why not, where there is neither. */
export function Capture({ services, session }: DecideProps) {
  const { modality } = session.project.value;
  if (modality !== 'image' && modality !== 'sound')
    return <span class="decide-quiet">{words.noCapture}</span>;
  const room = ROOMS[modality];
  return (
    <Button icon={room} onClick={() => services.router.go(room, session.id, 'decide')}>
      {words.capture[modality]}
    </Button>
  );
}
