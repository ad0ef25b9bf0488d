import { type Application, firstApplicationId } from "../model/application.ts";
import { people } from "./people.ts";

export const explorerApplication: Application = {
  id: firstApplicationId,
  label: "Okta Groups Explorer",
  status: "ACTIVE",
  credentials: {
    oauthClient: {
      client_id: firstApplicationId,
      token_endpoint_auth_method: "none",
      pkce_required: true,
    },
  },
  settings: {
    oauthClient: {
      application_type: "browser",
      grant_types: ["authorization_code", "implicit"],
      response_types: ["code", "id_token", "token"],
      redirect_uris: [],
      post_logout_redirect_uris: [],
    },
  },
  profile: {},
  groupsClaim: { name: "groups", valueType: "GROUPS", groupFilterType: "REGEX", value: ".*" },
  federatedClaims: [],
  assignments: {
    users: people
      .filter(({ isAssigned }) => isAssigned)
      .map(({ user }) => ({ id: user.id, credentials: { userName: user.profile.login } })),
    groups: [],
  },
};
