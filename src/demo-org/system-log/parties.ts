import type { Application } from "../model/application.ts";
import { readFullName, type User } from "../model/user.ts";
import type { Party } from "./log-event.ts";

/** More than any name has; what a stranger sends is not to fill the log. */
const longestText = 200;

/** A person of the org. */
export function describeUser({ id, profile }: User): Party {
  return describeParty("User", id, {
    alternateId: profile.login,
    displayName: readFullName(profile),
  });
}

/** Somebody whom the org does not know, by the username that they gave. */
export function describeStranger(username: string): Party {
  const alternateId = username === "" ? "unknown" : username.slice(0, longestText);
  return describeParty("User", "unknown", { alternateId, displayName: "unknown" });
}

/** A client that asks for something; one that nobody knows by the ID that it gave. */
export function describeClient(clientId: string, application: Application | undefined): Party {
  const id = clientId === "" ? "unknown" : clientId.slice(0, longestText);
  return describeParty("PublicClientApp", id, {
    alternateId: id,
    displayName: application?.label ?? "unknown",
  });
}

/** An app that somebody signs in to. */
export function describeApplication({ id, label }: Application): Party {
  return describeParty("AppInstance", id, { alternateId: label, displayName: label });
}

/** Anybody or anything by its type, in Okta's words, and its ID. */
export function describeParty(
  type: string,
  id: string,
  { alternateId, displayName }: Pick<Party, "alternateId" | "displayName">,
): Party {
  return { id, type, alternateId, displayName, detailEntry: null };
}
