import type { ComponentType } from 'preact';
import { Notice } from '../../../ui/Notice.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { useLoaded } from '../../shared/use-loaded.ts';
import type { MapPaneProps } from '../map/MapPane.tsx';
import { strings } from '../strings.ts';

/** The map is loaded when it is first looked at. */
export function MapLoader(props: MapPaneProps) {
  const { loaded } = useLoaded<{ readonly default: ComponentType<MapPaneProps> }>(
    () => import('../map/MapPane.tsx'),
    [],
  );
  if (loaded.status === 'failed') return <Notice tone="bad">{loaded.message}</Notice>;
  if (loaded.status === 'loading') return <Spinner label={strings.asking} />;
  const { default: MapPane } = loaded.value;
  return <MapPane {...props} />;
}
