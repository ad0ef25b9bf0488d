import { memoizeByObject } from "../../memoize.ts";
import type { Application } from "../../model/application.ts";
import { formatFullName, type User } from "../../model/user.ts";
import type { Party } from "../state/event-log.ts";

/** Longer than any name. Limits text from untrusted requests, which could fill the log. */
const longestText = 200;

export const describeUser = memoizeByObject(
  ({ id, profile }: User): Party => ({
    id,
    type: "User",
    alternateId: profile.login,
    displayName: formatFullName(profile),
  }),
);

export function describeUnknownUser(username: string): Party {
  const alternateId = username.slice(0, longestText) || "unknown";
  return { id: "unknown", type: "User", alternateId, displayName: "unknown" };
}

export function describeClient(clientId: string, application: Application | undefined): Party {
  const id = clientId.slice(0, longestText) || "unknown";
  const displayName = application?.label ?? "unknown";
  return { id, type: "PublicClientApp", alternateId: id, displayName };
}

export const describeApplication = memoizeByObject(
  ({ id, label }: Application): Party => ({
    id,
    type: "AppInstance",
    alternateId: label,
    displayName: label,
  }),
);
