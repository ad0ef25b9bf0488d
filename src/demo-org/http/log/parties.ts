import { memoizeByObject } from "../../memoize.ts";
import type { Application } from "../../model/application.ts";
import { formatFullName, type User } from "../../model/user.ts";
import type { Party } from "../state/log-event.ts";

/** Longer than any name. Limits untrusted values, so that they can't fill the log. */
const longestText = 200;

/** A user of the org. Memoized, so that all events of a user share it. */
export const describeUser = memoizeByObject(
  ({ id, profile }: User): Party =>
    describeParty("User", id, {
      alternateId: profile.login,
      displayName: formatFullName(profile),
    }),
);

/** An unknown user, by the username that was entered. */
export function describeUnknownUser(username: string): Party {
  const alternateId = username === "" ? "unknown" : username.slice(0, longestText);
  return describeParty("User", "unknown", { alternateId, displayName: "unknown" });
}

/** The client of a request; an unknown one by the client ID in the request. */
export function describeClient(clientId: string, application: Application | undefined): Party {
  const id = clientId === "" ? "unknown" : clientId.slice(0, longestText);
  return describeParty("PublicClientApp", id, {
    alternateId: id,
    displayName: application?.label ?? "unknown",
  });
}

/** An app that a user signs in to. */
export const describeApplication = memoizeByObject(
  ({ id, label }: Application): Party =>
    describeParty("AppInstance", id, { alternateId: label, displayName: label }),
);

/** Any object, by Okta's type name and its ID. */
export function describeParty(
  type: string,
  id: string,
  { alternateId, displayName }: Pick<Party, "alternateId" | "displayName">,
): Party {
  return { id, type, alternateId, displayName };
}
