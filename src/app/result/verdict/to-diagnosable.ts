import { findGroupsClaims } from "../../../okta/groups-claims.ts";
import type { RunToDiagnose, UserGroup } from "../../../okta/reason.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import { shorten } from "../../shorten.ts";
import { listClaimsSources } from "../claims-sources.ts";

/** A run as the diagnosis takes it: an opaque access token's claims are not for apps. */
export function toDiagnosable(
  run: Run,
  request: SentRequest,
  userGroups?: readonly UserGroup[],
): RunToDiagnose {
  const { server, responseType, scopes } = request;
  const { response } = run;
  const sources = listClaimsSources(run);
  /** Of two tokens of a hybrid flow, the one with groups. */
  const find = (place: (typeof sources)[number]["place"]) => {
    const claims = sources.filter((it) => it.place === place).map(({ set }) => set.claims);
    return claims.find((it) => findGroupsClaims(it).length > 0) ?? claims[0];
  };
  const idTokenClaims = find("ID token");
  const accessTokenClaims = find("Access token");
  const userInfoClaims = find("UserInfo");
  return {
    server,
    responseType,
    scopes,
    ...(idTokenClaims && { idTokenClaims }),
    ...(accessTokenClaims && { accessTokenClaims }),
    ...(userInfoClaims && { userInfoClaims }),
    ...(userGroups && { userGroups }),
    ...(response.kind === "error" && {
      refusal: {
        error: shorten(response.error),
        description: response.description && shorten(response.description),
      },
    }),
  };
}
