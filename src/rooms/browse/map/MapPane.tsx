import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { BrowseAnswer } from '../../../../workers/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { Items } from '../parts/Items.tsx';
import type { BrowseProps, GoTo } from '../props.ts';
import { chosenRows } from '../selection.ts';
import { strings } from '../strings.ts';
import { Legend } from './Legend.tsx';
import { MapStage } from './MapStage.tsx';
import { createMapDesk, type MapDesk } from './map-desk.ts';
import { createScene } from './scene.ts';
import { classCounts, colouredBy, matchesOf } from './standing.ts';
import './map.css';

export interface MapPaneProps extends BrowseProps {
  readonly answer: BrowseAnswer;
  readonly go: GoTo;
}

/** Every item as a point: alike lies near alike. What the conditions leave out fades. */
export default function MapPane({ answer, go, ...props }: MapPaneProps) {
  const { services, session, selection, place, isSilent } = props;
  const maps = useMemo(() => createMapDesk(services, session), [services, session]);
  useEffect(() => maps.dispose, [maps]);
  /** Places of the classes that the legend has put aside; -1 = points without any. */
  const aside = useSignal<ReadonlySet<number>>(new Set());
  const layout = maps.layout.value;
  const { classes } = session.project.value;
  const hasModel = answer.predictedOf !== null;
  const colouring = isSilent || !hasModel ? 'label' : place.colouring;
  const rows = Math.min(layout?.rows ?? 0, answer.total);
  const matches = useMemo(
    () => matchesOf({ answer, colouring, aside: aside.value }),
    [answer, colouring, aside.value],
  );
  const { chosen } = selection.value;
  const scene = useMemo(
    () =>
      createScene({
        ...answer,
        rows,
        colouring,
        classColours: classes.map(({ colour }) => colour),
        matches,
        chosen,
      }),
    [answer, rows, colouring, classes, matches, chosen],
  );
  const counts = useMemo(
    () => classCounts(colouredBy(answer, colouring), answer.rows, classes.length),
    [answer, colouring, classes],
  );
  return (
    <section class="browse-map">
      <Making maps={maps} />
      {layout && (
        <div class="browse-map-body">
          <MapStage
            {...props}
            {...{ answer, layout, scene, matches }}
            hasCard={maps.hasCard.value}
          />
          <Legend
            session={session}
            counts={counts}
            aside={aside}
            colouring={colouring}
            isSilent={isSilent}
            hasModel={hasModel}
            onColouring={(next) => go({ ...place, colouring: next })}
          />
        </div>
      )}
      {selection.value.count > 0 && <Chosen {...props} answer={answer} />}
    </section>
  );
}

/** What the lasso caught, to be looked through before it is labelled. */
function Chosen({ answer, ...props }: BrowseProps & { readonly answer: BrowseAnswer }) {
  const selection = props.selection.value;
  const rows = useMemo(() => chosenRows(selection), [selection.chosen]);
  return (
    <>
      <h2 class="browse-chosen-title">{strings.map.selected(rows.length)}</h2>
      <Items {...props} answer={{ ...answer, rows }} isGrid={false} />
    </>
  );
}

function Making({ maps }: { readonly maps: MapDesk }) {
  const layout = maps.layout.value;
  const share = maps.share.value;
  if (maps.problem.value !== null) return <Notice tone="bad">{maps.problem.value}</Notice>;
  if (maps.isElsewhere.value) return <Notice tone="plain">{strings.map.elsewhere}</Notice>;
  if (!layout) return <Spinner label={strings.map.waiting} />;
  if (share !== null)
    return (
      <div class="browse-row browse-making">
        <Progress value={share} label={strings.map.arranging} />
        <Button variant="quiet" onClick={maps.cancel}>
          {strings.map.cancel}
        </Button>
      </div>
    );
  return (
    <div class="browse-row browse-making">
      <p class="browse-quiet">
        {layout.kind === 'pca' ? strings.map.pca : strings.map.umap(layout.fittedOn, layout.rows)}
      </p>
      {layout.kind === 'pca' && (
        <Button variant="quiet" onClick={maps.arrange}>
          {strings.map.arrange}
        </Button>
      )}
    </div>
  );
}
