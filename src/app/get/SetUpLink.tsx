import { buildPlaceQuery, type Place } from "../org-setup/places.ts";
import type { SentRequest } from "../sent-requests.ts";

type SetUpLinkProps = { request: SentRequest };

/** Where the demo org is set up so that groups come: who looks at it here is its admin. */
export function SetUpLink({ request }: SetUpLinkProps) {
  if (request.org !== "demo") return null;
  return (
    <a href={buildPlaceQuery(placeOf(request))}>
      {request.server.kind === "org"
        ? "Set up the app’s Sign On tab"
        : "Set up the server’s Claims tab"}
    </a>
  );
}

/** The org authorization server’s groups claim is the app’s, a custom server’s its own. */
function placeOf({ server, clientId }: SentRequest): Place {
  return server.kind === "org"
    ? { section: "applications", id: clientId, tab: "sign-on" }
    : { section: "authorization-servers", id: server.id, tab: "claims" };
}
