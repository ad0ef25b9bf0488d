import { type ComponentProps, useEffect, useState } from "react";
import { PartFailure } from "../../PartFailure.tsx";
import type { MapView as LoadedMapView } from "./MapView.tsx";
import { mapPart } from "./map-part.ts";

type MapTabProps = Omit<ComponentProps<typeof LoadedMapView>, "map">;

export function MapTab(props: MapTabProps) {
  const { state, loadMap } = props;
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    loadMap().catch(() => setFailed(true));
  }, [loadMap]);

  const MapView = mapPart.loaded()?.MapView;
  if (MapView && state.map) return <MapView {...props} map={state.map} />;
  return hasFailed ? <PartFailure part="The map" /> : <p role="status">Loading the map…</p>;
}
