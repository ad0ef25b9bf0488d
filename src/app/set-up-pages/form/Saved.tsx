import { use } from "react";
import { addNextRequest } from "../../next-request.ts";
import { demoClientId } from "../../request-draft.ts";
import type { SetUpLocation } from "../../set-up-places.ts";
import { NavigationContext, PlaceLink } from "../PlaceLink.tsx";

type Trial = {
  readonly token?: "id_token" | "token";
  /** Scopes that the claim requires; empty for any scope. */
  readonly scopes?: readonly string[];
};

/** The message after a change that affects tokens, with a link to try it. */
export function Saved({ word = "Saved.", ...trial }: Trial & { word?: string | undefined }) {
  return (
    <>
      {word} <TryIt {...trial} />
    </>
  );
}

/** A link to try a change: in Explore, or in a token preview for other apps than the page's own. */
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
  return <a href={`${location.pathname}${buildTryQuery(place, trial)}`}>Try it in Explore</a>;
}

/** Builds the explorer's query for trying a change. A change to a custom server needs a request to that server. */
export function buildTryQuery(
  { section, id }: SetUpLocation,
  { token, scopes = [] }: Trial = {},
): string {
  const query = new URLSearchParams();
  if (section === "authorization-servers" && id !== undefined && id !== "org")
    query.set("server", id);
  if (token === "token") query.set("token", token);
  if (scopes.length > 0) query.set("scope", [...new Set(["openid", ...scopes])].join(" "));
  addNextRequest(query);
  return `?${query}`;
}
