import { type DetailsName, detailsIds } from "../details/details-ids.ts";

/** Opens a part of the run on screen, and moves the focus there. */
export function showDetails(name: DetailsName): void {
  const part = document.getElementById(detailsIds[name]);
  const details = part?.querySelector("details");
  if (details) details.open = true;
  const target = details?.querySelector("summary") ?? part?.querySelector("h3");
  if (!target) return;
  if (!details) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  part?.scrollIntoView({ block: "start" });
}
