import { defaultCreatedAt } from "./default-created-at.ts";
import type { User } from "./user.ts";

/**
 * The admin who created the org's API token. Changes made with the token are logged as theirs.
 *
 * An API token belongs to a user at Okta. This one is not among the org's users: they have no password, can't sign in,
 * and are not listed.
 *
 * @see Okta: Create an API token
 */
export const tokenOwner: User = {
  id: "00utokenOwnerDemo0h7",
  status: "ACTIVE",
  created: defaultCreatedAt,
  lastUpdated: defaultCreatedAt,
  profile: {
    login: "token.owner@demo-org.example",
    email: "token.owner@demo-org.example",
    firstName: "API token",
    lastName: "Owner",
  },
  credentials: {},
};
