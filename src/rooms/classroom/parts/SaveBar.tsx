import type { Services } from '../../../engine/services.ts';
import { Button } from '../../../ui/Button.tsx';
import { messageOf } from '../../shared/message-of.ts';
import { drawChart } from '../chart/draw-chart.ts';
import { writeSvg } from '../chart/svg-node.ts';
import { toPng } from '../chart/to-png.ts';
import { chartOf } from '../race/chart-of.ts';
import { raceCsv } from '../race/csv.ts';
import type { RaceShow } from '../race/race-show.ts';
import { strings } from '../strings.ts';
import { lookOf } from './chart-look.ts';

interface SaveBarProps {
  readonly services: Services;
  readonly show: RaceShow;
  /** What is shown now, as the rest of an address: the one above lags behind while a race is playing. */
  readonly path: () => string;
}

/** Of the files, in pixels: a slide's width, with the paper around the drawing. */
const SIZE = { width: 1200, height: 675 } as const;
const RIM = 28;

/** The chart as it stands, the numbers as far as they are computed, the link to all of it. */
export function SaveBar({ services, show, path }: SaveBarProps) {
  const name = (): string => strings.save.name(nameOf(show), show.scene.value.seed);
  const save = async (what: 'svg' | 'png' | 'csv'): Promise<void> => {
    if (!show.stage.value) {
      services.notify({ tone: 'plain', text: strings.save.nothing });
      return;
    }
    try {
      services.saveFile(await make[what](show), `${name()}.${what}`);
    } catch (error) {
      services.notify({ tone: 'bad', text: `${strings.save.failed} ${messageOf(error)}` });
    }
  };
  return (
    <div class="save-bar">
      <Button icon="download" onClick={() => void save('svg')}>
        {strings.save.svg}
      </Button>
      <Button icon="download" onClick={() => void save('png')}>
        {strings.save.png}
      </Button>
      <Button icon="download" onClick={() => void save('csv')}>
        {strings.save.csv}
      </Button>
      <Button onClick={() => void copyLink(services, path())}>{strings.link.copy}</Button>
    </div>
  );
}

const make = {
  svg: async (show: RaceShow) => new Blob([markupOf(show)], { type: 'image/svg+xml' }),
  png: (show: RaceShow) => toPng(markupOf(show), SIZE),
  csv: async ({ frames, scene, stage }: RaceShow) => {
    const { seed, lanes } = scene.value;
    const { classNames = [], test = 0 } = stage.value ?? {};
    const text = raceCsv({ frames: frames.all(), seed, lanes, classNames, test });
    return new Blob([text], { type: 'text/csv' });
  },
};

function markupOf(show: RaceShow): string {
  const inner = { width: SIZE.width - 2 * RIM, height: SIZE.height - 2 * RIM, rim: RIM };
  const host = document.querySelector('.race-chart') ?? document.body;
  return writeSvg(drawChart(chartOf(show, lookOf(host, inner))));
}

function nameOf({ scene }: RaceShow): string {
  const { source } = scene.value;
  return source.kind === 'toy' || source.kind === 'sample' ? source.id : source.kind;
}

async function copyLink({ notify, router }: Services, path: string): Promise<void> {
  try {
    const link = new URL(router.href('classroom', null, path), location.href);
    await navigator.clipboard.writeText(link.href);
    notify({ tone: 'good', text: strings.link.copied });
  } catch {
    notify({ tone: 'warn', text: strings.link.failed });
  }
}
