import type { FoundGroups, Reason } from "./reason.ts";
import { okta } from "./sources.ts";

/** A token was requested, but its claims can't be read: nothing can be said about groups in it. */
export function describeUnreadableToken(token: Exclude<FoundGroups["where"], "UserInfo">): Reason {
  const name = token === "ID token" ? "ID token" : "access token";
  return {
    id: "unreadable_token",
    title: `Groups can’t be seen: the ${name} can’t be decoded`,
    observed: "It may be encrypted, or cut off.",
    expected: "If Okta encrypts it, only the app with the key can decode it.",
    certainty: "certain",
    whoActs: "okta-admin",
    steps: [
      `Check whether Okta encrypts the ${name}.`,
      "Or read the groups in the app, after it has decrypted the token.",
    ],
    source: okta.tokenEncryption,
  };
}
