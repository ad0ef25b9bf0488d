import { memoizeByObject } from "../../memoize.ts";
import type { Application } from "../../model/application.ts";
import { formatFullName, type User } from "../../model/user.ts";
import type { Party } from "../state/log-event.ts";

/** Longer than any name. Limits untrusted values, so that they can't fill the log. */
const longestText = 200;

export const describeUser = memoizeByObject(
  ({ id, profile }: User): Party =>
    describeParty("User", id, {
      alternateId: profile.login,
      displayName: formatFullName(profile),
    }),
);

export function describeUnknownUser(username: string): Party {
  const alternateId = username === "" ? "unknown" : username.slice(0, longestText);
  return describeParty("User", "unknown", { alternateId, displayName: "unknown" });
}

export function describeClient(clientId: string, application: Application | undefined): Party {
  const id = clientId === "" ? "unknown" : clientId.slice(0, longestText);
  return describeParty("PublicClientApp", id, {
    alternateId: id,
    displayName: application?.label ?? "unknown",
  });
}

export const describeApplication = memoizeByObject(
  ({ id, label }: Application): Party =>
    describeParty("AppInstance", id, { alternateId: label, displayName: label }),
);

export function describeParty(
  type: string,
  id: string,
  { alternateId, displayName }: Pick<Party, "alternateId" | "displayName">,
): Party {
  return { id, type, alternateId, displayName };
}
