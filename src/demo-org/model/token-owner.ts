import { defaultCreatedAt } from "./default-created-at.ts";
import type { User } from "./user.ts";

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
