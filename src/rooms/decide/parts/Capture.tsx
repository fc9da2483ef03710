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
    return <p class="decide-quiet">{words.noCapture}</p>;
  const room = ROOMS[modality];
  const { label, hint } = words.capture[modality];
  return (
    <div class="decide-row">
      <Button icon={room} onClick={() => services.router.go(room, session.id, 'decide')}>
        {label}
      </Button>
      <span class="decide-quiet">{hint}</span>
    </div>
  );
}
