import type { Reading } from "../reading.ts";
import type { SentRequest } from "../sent-requests.ts";
import { buildPlaceQuery } from "../set-up-places.ts";
import { findSetUpPlace } from "./set-up-place.ts";

type SetUpLinkProps = { request: SentRequest; reading: Reading };

/** Where the demo org is set up so that groups come: who looks at it here is its admin. */
export function SetUpLink({ request, reading }: SetUpLinkProps) {
  const { org, server, clientId } = request;
  const found = findSetUpPlace({
    server,
    clientId,
    ...(reading.kind === "refused" && { refusal: reading.refusal }),
  });
  if (org !== "demo" || !found) return null;
  return <a href={buildPlaceQuery(found.place, location.search)}>{found.name}</a>;
}
