/** Fired on `window` after this page changed the demo org's set-up without leaving. */
export const setUpEvent = "groups-explorer:set-up";

export function announceSetUpChange(): void {
  window.dispatchEvent(new Event(setUpEvent));
}
