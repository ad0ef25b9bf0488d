/** The map: one file, loaded on demand. */
export { MapView } from "./MapView.tsx";
export { createMapActions } from "./map-actions.ts";
