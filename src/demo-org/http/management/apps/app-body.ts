import * as v from "valibot";
import {
  applicationTypes,
  clientAuthenticationMethods,
  clientGrantTypes,
  refreshTokenSchema,
} from "../../../model/application.ts";
import {
  unusedAppearance,
  unusedAppSettings,
  unusedClientSettings,
} from "../../../model/unused-settings.ts";
import { isRedirectUri, redirectUriRule } from "../../../rules/authorize/redirect-uris.ts";
import { nameSchema, omit, plainObjectSchema, withoutNullMembers } from "../common-schemas.ts";

/** Unknown settings are refused, because they would be ignored otherwise. */
const nothingElse = v.never("The demo org doesn't support this setting");

const redirectUriSchema = v.pipe(v.string(), v.nonEmpty(), v.check(isRedirectUri, redirectUriRule));

const oauthClientSchema = v.objectWithRest(
  {
    application_type: v.optional(v.picklist(applicationTypes), "web"),
    grant_types: v.optional(
      v.array(v.picklist(clientGrantTypes, `The demo org supports ${clientGrantTypes.join(", ")}`)),
      ["authorization_code"],
    ),
    response_types: v.optional(v.array(v.picklist(["code", "id_token", "token"])), ["code"]),
    redirect_uris: v.optional(v.array(redirectUriSchema), []),
    post_logout_redirect_uris: v.optional(v.array(redirectUriSchema), []),
    refresh_token: v.exactOptional(refreshTokenSchema),
    ...unusedClientSettings,
  },
  nothingElse,
);

const secretSchema = v.pipe(
  v.string(),
  v.regex(/^(?:[ -~]{14,100})?$/, "Must have 14 to 100 printable ASCII characters"),
);

const oauthCredentialsSchema = v.objectWithRest(
  {
    client_id: v.exactOptional(
      v.pipe(
        v.string(),
        v.regex(
          /^[\w$.+!*'()-]{6,100}$/,
          "Must have 6 to 100 characters: letters, digits and $-_.+!*'()",
        ),
      ),
    ),
    client_secret: v.exactOptional(secretSchema),
    token_endpoint_auth_method: v.optional(
      v.picklist(
        clientAuthenticationMethods,
        `The demo org supports ${clientAuthenticationMethods.join(", ")}`,
      ),
      "client_secret_basic",
    ),
    pkce_required: v.exactOptional(v.boolean()),
    autoKeyRotation: v.exactOptional(v.boolean()),
  },
  nothingElse,
);

/** An empty secret means the same as none. @see okta/terraform-provider-okta: recorded `PUT /api/v1/apps/{appId}` */
const withoutEmptySecret = v.pipe(
  oauthCredentialsSchema,
  v.transform((credentials) => omit(credentials, (_name, value) => value === "")),
);

const usernameTemplates = [`\${source.login}`, `\${user.login}`] as const;

const credentialsSchema = v.objectWithRest(
  {
    oauthClient: v.optional(withoutEmptySecret, {}),
    userNameTemplate: v.exactOptional(
      v.looseObject({
        template: v.picklist(
          usernameTemplates,
          `The demo org supports only the Okta username: ${usernameTemplates[0]}`,
        ),
      }),
    ),
    signing: v.exactOptional(v.unknown()),
  },
  nothingElse,
);

const settingsSchema = v.objectWithRest(
  {
    implicitAssignment: v.exactOptional(v.boolean()),
    oauthClient: oauthClientSchema,
    ...unusedAppSettings,
  },
  nothingElse,
);

const readOnly = Object.fromEntries(
  [
    ...["id", "status", "created", "lastUpdated", "orn", "features", "universalLogout"],
    ...["_links", "_embedded"],
  ].map((name) => [name, v.exactOptional(v.unknown())]),
);

const appSchema = v.objectWithRest(
  {
    ...readOnly,
    name: v.literal("oidc_client", "The demo org supports only OpenID Connect apps: oidc_client"),
    signOnMode: v.literal(
      "OPENID_CONNECT",
      "The demo org supports only OpenID Connect apps: OPENID_CONNECT",
    ),
    label: v.pipe(nameSchema, v.maxLength(100)),
    credentials: v.optional(credentialsSchema, {}),
    settings: settingsSchema,
    profile: v.optional(plainObjectSchema, {}),
    ...unusedAppearance,
  },
  nothingElse,
);

/** Missing settings get the defaults of a new app. @see Okta: Applications API, the OpenIdConnectApplication object */
export const appBodySchema = v.pipe(v.unknown(), v.transform(withoutNullSettings), appSchema);

export type AppBody = v.InferOutput<typeof appBodySchema>;

/** Removes nulls, except in `profile`, where they are the admin's data. */
function withoutNullSettings(body: unknown): unknown {
  const settings = withoutNullMembers(body);
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  if (!isObject || !("profile" in body) || body.profile === null) return settings;
  return { ...(typeof settings === "object" && settings), profile: body.profile };
}
