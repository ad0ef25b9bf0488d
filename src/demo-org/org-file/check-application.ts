import { isRedirectUri, redirectUriRule } from "../authorize/redirect-uris.ts";
import type { Application } from "../model/application.ts";
import type { Configuration } from "../model/configuration.ts";
import { listEntries, listRepeated, listReserved, listUnknown } from "./list-mistakes.ts";

/** What does not hang together in an app, or in what it has to do with the rest. */
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
    ...listNoAddresses(`${ofClient}.redirect_uris`, redirect_uris),
    ...listNoAddresses(`${ofClient}.post_logout_redirect_uris`, post_logout_redirect_uris),
    ...(groupsClaim ? listReserved(`${place}.groupsClaim`, groupsClaim.name, "IDENTITY") : []),
    ...listRepeated(`${place}.federatedClaims`, "name", federatedClaims, ({ name }) => name),
    ...federatedClaims.flatMap(({ name }, index) =>
      listReserved(`${place}.federatedClaims.${index}`, name, "IDENTITY"),
    ),
  ];
}

function listNoAddresses(place: string, uris: readonly string[]): readonly string[] {
  return listEntries(place, uris)
    .filter(([, uri]) => !isRedirectUri(uri))
    .map(([at]) => `${at}: ${redirectUriRule}`);
}
