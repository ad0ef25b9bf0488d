import type { Configuration } from "../model/configuration.ts";
import type { UserSchema } from "../model/user-schema.ts";
import { explorerApplication } from "./application.ts";
import { defaultServer } from "./default-server.ts";
import { directoryGroups, everyone, hostileGroups, it, midwestSales, projects } from "./groups.ts";
import { people } from "./people.ts";

/** Claims of the `profile` scope that Okta's base profile lacks. @see OpenID Connect Core 1.0 §5.1 */
const userSchema: UserSchema = {
  custom: {
    picture: { title: "Picture", type: "string", format: "uri" },
    website: { title: "Website", type: "string", format: "uri" },
    gender: { title: "Gender", type: "string" },
    birthdate: { title: "Birthdate", type: "string" },
  },
};

/** Examples of Okta's guides, and users whose claims fail. @see Okta: Customize tokens … with a Groups claim */
export const seedConfiguration: Configuration = {
  orgId: "00oixa26ycdNcX0VT0h7",
  userSchema,
  users: people.map(({ user }) => user),
  groups: [everyone, it, midwestSales, ...projects, ...directoryGroups, ...hostileGroups],
  memberships: people.map(({ user, groups }) => ({
    userId: user.id,
    groupIds: groups.map(({ id }) => id),
  })),
  groupRules: [],
  applications: [explorerApplication],
  customServers: [defaultServer],
  trustedOrigins: [],
  codeFlowIdToken: "fat",
};
