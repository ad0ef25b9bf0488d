import type { Application, FederatedClaim, GroupsClaim } from "../../model/application.ts";
import type { Configuration } from "../../model/configuration.ts";
import { isRedirectUri, redirectUriRule } from "../../rules/authorize/redirect-uris.ts";
import { findMistake } from "../../rules/claims/expression/evaluate-expression.ts";
import { identityEngineLanguage } from "../../rules/claims/expression/identity-engine-language.ts";
import { claimValueSchema } from "../management/authorization-servers/claim-body.ts";
import {
  listEntries,
  listIssues,
  listRepeated,
  listReserved,
  listUnknown,
} from "./list-mistakes.ts";

/** Lists inconsistencies of an app, alone and with the rest of the configuration. */
export function checkApplication(
  { assignments, settings, groupsClaim, federatedClaims }: Application,
  place: string,
  { users, groups }: Configuration,
): readonly string[] {
  const { redirect_uris, post_logout_redirect_uris } = settings.oauthClient;
  const ofUsers = `${place}.assignments.users`;
  const ofGroups = `${place}.assignments.groups`;
  const ofClient = `${place}.settings.oauthClient`;
  const listIds = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  return [
    ...listRepeated(ofUsers, "id", assignments.users, ({ id }) => id),
    ...listRepeated(ofGroups, "id", assignments.groups, ({ id }) => id),
    ...listUnknown(listEntries(ofUsers, listIds(assignments.users)), listIds(users), "user"),
    ...listUnknown(listEntries(ofGroups, listIds(assignments.groups)), listIds(groups), "group"),
    ...listUnsorted(ofGroups, assignments.groups),
    ...listNoAddresses(`${ofClient}.redirect_uris`, redirect_uris),
    ...listNoAddresses(`${ofClient}.post_logout_redirect_uris`, post_logout_redirect_uris),
    ...(groupsClaim ? checkGroupsClaim(groupsClaim, `${place}.groupsClaim`) : []),
    ...listRepeated(`${place}.federatedClaims`, "name", federatedClaims, ({ name }) => name),
    ...federatedClaims.flatMap((claim, index) =>
      checkFederatedClaim(claim, `${place}.federatedClaims.${index}`),
    ),
  ];
}

/** The first group counts, so groups must be sorted by priority. */
function listUnsorted(
  place: string,
  groups: Application["assignments"]["groups"],
): readonly string[] {
  const priorities = groups.map(({ priority }, index) => priority ?? index);
  return priorities.flatMap((priority, index) =>
    priority > (priorities[index - 1] ?? -1)
      ? []
      : [`${place}.${index}.priority: Must be greater than the priority before it`],
  );
}

function checkGroupsClaim({ name, value }: GroupsClaim, place: string): readonly string[] {
  return [
    ...listReserved(place, name, "IDENTITY"),
    ...listIssues(`${place}.value`, value, claimValueSchema),
  ];
}

function checkFederatedClaim(
  { name, expression }: FederatedClaim,
  place: string,
): readonly string[] {
  const mistake = findMistake(expression, identityEngineLanguage);
  return [
    ...listReserved(place, name, "FEDERATED"),
    ...(mistake ? [`${place}.expression: ${mistake.message}`] : []),
  ];
}

function listNoAddresses(place: string, uris: readonly string[]): readonly string[] {
  return listEntries(place, uris)
    .filter(([, uri]) => !isRedirectUri(uri))
    .map(([at]) => `${at}: ${redirectUriRule}`);
}
