import { use } from "react";
import { CurrentPlace } from "../current-place.ts";
import { buildTryQuery, type Trial } from "../try-query.ts";

/** Leads from a change to the explorer, where it shows. */
export function TryIt(trial: Trial) {
  const place = use(CurrentPlace);
  return <a href={`${location.pathname}${buildTryQuery(place, trial)}`}>Try it in the explorer</a>;
}
