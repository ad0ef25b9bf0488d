import { explorerApplication } from "./application.ts";
import { people } from "./people.ts";

/** The seed as a host announces it to whoever starts the org: which app there is, and who can sign in how. */
export const seededOrg = {
  applications: [{ clientId: explorerApplication.credentials.oauthClient.client_id }],
  users: people.map(({ user }) => ({
    profile: { login: user.profile.login },
    password: user.credentials.password.value,
  })),
};
