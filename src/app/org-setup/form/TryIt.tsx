import { use } from "react";
import { demoClientId } from "../../request-draft.ts";
import { CurrentPlace } from "../current-place.ts";
import { PlaceLink } from "../PlaceLink.tsx";
import { buildTryQuery, type Trial } from "../try-query.ts";

/** Leads from a change to where it shows: the explorer, which asks as an app of its own, or a preview for other apps. */
export function TryIt(trial: Trial) {
  const place = use(CurrentPlace);
  if (place.section === "applications" && place.id !== undefined && place.id !== demoClientId)
    return (
      <PlaceLink
        place={{
          section: "authorization-servers",
          id: "org",
          tab: "token-preview",
          app: place.id,
        }}
      >
        Preview its tokens
      </PlaceLink>
    );
  return <a href={`${location.pathname}${buildTryQuery(place, trial)}`}>Try it in the explorer</a>;
}
