type LeftOutEndpoint = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly what: string;
  readonly reason: string;
};

const noOwnTopic = "It doesn't change which groups a token has.";

export const leftOutEndpoints: readonly LeftOutEndpoint[] = [
  {
    method: "POST",
    path: "/oauth2/v1/par",
    what: "Pushed authorization requests",
    reason: `${noOwnTopic} Send the parameters to \`authorize\`.`,
  },
  {
    method: "POST",
    path: "/oauth2/v1/device/authorize",
    what: "Device authorization",
    reason: "It needs a second device to sign in with.",
  },
  {
    method: "POST",
    path: "/oauth2/v1/bc/authorize",
    what: "Backchannel authentication (CIBA)",
    reason: "It needs a device that receives a push message.",
  },
  {
    method: "POST",
    path: "/oauth2/v1/clients",
    what: "Dynamic client registration",
    reason: "Create apps with `/api/v1/apps`.",
  },
  {
    method: "POST",
    path: "/oauth2/v1/interact",
    what: "Identity Engine's interaction code flow",
    reason: "Sign in on the page, or with `/api/v1/authn`.",
  },
  {
    method: "POST",
    path: "/idp/idx/introspect",
    what: "The protocol of the Sign-In Widget",
    reason: "Sign in on the page, or with `/api/v1/authn`.",
  },
  {
    method: "POST",
    path: "/api/v1/authn/recovery/password",
    what: "Account recovery",
    reason: "Demo users have no email inbox or phone.",
  },
  {
    method: "POST",
    path: "/api/v1/authn/factors",
    what: "Enrolling factors",
    reason: "Everyone has one factor, the security question.",
  },
  {
    method: "POST",
    path: "/api/v1/sessions",
    what: "Sessions by ID",
    reason: "Use the session token at `authorize`, or `/login/sessionCookieRedirect`.",
  },
  {
    method: "GET",
    path: "/api/v1/users/{userId}/factors",
    what: "Users' factors",
    reason: "Everyone has one factor, the security question.",
  },
  {
    method: "GET",
    path: "/api/v1/users/{userId}/grants",
    what: "Consent grants",
    reason: "No scope of the org asks for consent.",
  },
  {
    method: "GET",
    path: "/api/v1/authenticators",
    what: "Authenticators",
    reason: "Everyone has one factor, the security question.",
  },
  {
    method: "GET",
    path: "/api/v1/policies",
    what: "Policies of the org",
    reason: "Choose an app's policy with `/demo/v1/apps/{appId}/authentication-policy`.",
  },
  {
    method: "GET",
    path: "/api/v1/meta/schemas/group/default",
    what: "Group schemas",
    reason: "Groups have only a name and a description.",
  },
  {
    method: "GET",
    path: "/api/v1/meta/schemas/user/linkedObjects",
    what: "Linked objects",
    reason: "Demo users are not linked to each other.",
  },
  {
    method: "GET",
    path: "/api/v1/mappings",
    what: "Profile mappings",
    reason: "An app's profile is set when a user or group is assigned.",
  },
  {
    method: "GET",
    path: "/api/v1/idps",
    what: "Identity providers",
    reason: "Users sign in to the org itself. Groups from a directory are in the demo data.",
  },
  {
    method: "POST",
    path: "/api/v1/authorizationServers/{serverId}/credentials/lifecycle/keyRotate",
    what: "Key rotation",
    reason: "Keys don't rotate.",
  },
  {
    method: "GET",
    path: "/api/v1/apps/{appId}/credentials/keys",
    what: "Keys of an app",
    reason: "Apps authenticate with a client secret, or are public.",
  },
  {
    method: "GET",
    path: "/api/v1/inlineHooks",
    what: "Inline hooks",
    reason: "The org calls no other server.",
  },
  {
    method: "GET",
    path: "/api/v1/eventHooks",
    what: "Event hooks",
    reason: "The org calls no other server. Read `/api/v1/logs`.",
  },
  {
    method: "GET",
    path: "/api/v1/zones",
    what: "Network zones",
    reason: "Every client is on the same machine or network.",
  },
  { method: "GET", path: "/api/v1/devices", what: "Devices", reason: noOwnTopic },
  {
    method: "GET",
    path: "/api/v1/iam/roles",
    what: "Admin roles",
    reason: "The API token's admin can do everything.",
  },
  {
    method: "GET",
    path: "/api/v1/api-tokens",
    what: "API tokens",
    reason: "There is one, set at the start.",
  },
  {
    method: "GET",
    path: "/api/v1/domains",
    what: "Custom domains",
    reason: "Start the org with `--issuer`.",
  },
  { method: "GET", path: "/api/v1/brands", what: "Brands and pages", reason: noOwnTopic },
  { method: "GET", path: "/api/v1/org", what: "Org settings", reason: noOwnTopic },
];

export const leftOutGrants: readonly { readonly grantType: string; readonly reason: string }[] = [
  { grantType: "password", reason: "Use `/api/v1/authn` and a session token." },
  {
    grantType: "urn:ietf:params:oauth:grant-type:device_code",
    reason: "It needs a second device to sign in with.",
  },
  {
    grantType: "urn:openid:params:grant-type:ciba",
    reason: "It needs a device that receives a push message.",
  },
  {
    grantType: "urn:ietf:params:oauth:grant-type:token-exchange",
    reason: "The org issues tokens to users and apps themselves, not on somebody's behalf.",
  },
  {
    grantType: "urn:ietf:params:oauth:grant-type:saml2-bearer",
    reason: "The org accepts no SAML assertions.",
  },
  { grantType: "interaction_code", reason: "It belongs to the protocol of the Sign-In Widget." },
];

export const differences: readonly string[] = [
  "In Node, data is kept in memory, and signing keys are new at each start. In the browser, both stay. Keys don't rotate.",
  "The sign-in page has a button for each user, which needs no password and counts as two factors.",
  "Everyone has the same answer to the security question. It is the only second factor.",
  "No scope asks for consent, and no request is refused for its rate. Wrong passwords lock nobody out.",
  "There is one API token. Its admin can do everything.",
  "`POST /api/v1/authn` asks for the second factor if an app needs it, because the org has no global session policy.",
  "A session token replaces the browser's session. Okta's Classic Engine ignores it if there is a session.",
  "With `PUT /demo/v1/settings`, the ID token of the code flow is thin, as an older page of Okta's describes.",
  "An endpoint that is left out returns 404 with `E0000007` and its path.",
];
