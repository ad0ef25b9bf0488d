import { use } from "react";
import { demoClientId } from "../../request-draft.ts";
import { NavigationContext, PlaceLink } from "../PlaceLink.tsx";
import { buildTryQuery, type Trial } from "../try-query.ts";

/** The message after a change that affects tokens, with a link to try it. */
export function Saved(trial: Trial) {
  return (
    <>
      Saved. <TryIt {...trial} />
    </>
  );
}

/** Links to where a change shows: the explorer, or a token preview for apps other than the explorer's own. */
function TryIt(trial: Trial) {
  const { place } = use(NavigationContext);
  if (place.section === "applications" && place.id !== undefined && place.id !== demoClientId)
    return (
      <PlaceLink
        place={{ section: "authorization-servers", id: "org", tab: "token-preview", app: place.id }}
      >
        Preview tokens
      </PlaceLink>
    );
  return <a href={`${location.pathname}${buildTryQuery(place, trial)}`}>Try it in the explorer</a>;
}
