import type { SentRequest } from "../../pending-requests.ts";
import type { SetUpLocation } from "../../set-up-places.ts";

export type SetUpPlace = { readonly place: SetUpLocation; readonly name: string };

/**
 * Finds the demo org's set-up page where missing groups or a refusal can be fixed.
 *
 * @param refusal How the org refused the request, if it did.
 * @returns `undefined` for another org, and if the refusal doesn't say which setting caused it.
 */
export function findSetUpPlace(
  { org, server, clientId }: Pick<SentRequest, "org" | "server" | "clientId">,
  refusal: { error: string; description: string | undefined } | undefined,
): SetUpPlace | undefined {
  if (org !== "demo") return undefined;
  const ofApp = (tab: string, name: string): SetUpPlace => ({
    place: { section: "applications", id: clientId, tab },
    name: `Set up the app’s ${name} tab`,
  });
  const ofServer = (tab: string, name: string): SetUpPlace | undefined =>
    server.kind === "custom"
      ? {
          place: { section: "authorization-servers", id: server.id, tab },
          name: `Set up the server’s ${name} tab`,
        }
      : undefined;
  /** The org authorization server uses the app’s groups claim. A custom server has its own claims. */
  const ofClaim = () => ofServer("claims", "Claims") ?? ofApp("sign-on", "Sign On");

  switch (refusal?.error) {
    case undefined:
    case "server_error":
      return ofClaim();
    case "access_denied":
      return refusal?.description?.includes("not assigned")
        ? ofApp("assignments", "Assignments")
        : ofServer("access-policies", "Access Policies");
    case "invalid_scope":
      return ofServer("scopes", "Scopes");
    case "unauthorized_client":
    case "unsupported_response_type":
      return ofApp("general", "General");
    default:
      return undefined;
  }
}
