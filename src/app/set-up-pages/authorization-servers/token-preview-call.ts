import * as v from "valibot";
import { isJsonObject, type JsonObject } from "../../../oidc/json.ts";
import type { ApiCall } from "../../org-api/api-call.ts";
import type { Application } from "../../org-api/okta-objects.ts";

const hybrid = "Authorization Code (hybrid)";

/** The flows that can be previewed. `value` is the response type, which is empty for the flow without a user. */
export const previewFlows = [
  { value: "id_token", label: "Implicit: id_token", grantType: "implicit" },
  { value: "token", label: "Implicit: token", grantType: "implicit" },
  { value: "id_token token", label: "Implicit: id_token token", grantType: "implicit" },
  { value: "code", label: "Authorization Code", grantType: "authorization_code" },
  { value: "code id_token", label: `${hybrid}: code id_token`, grantType: "authorization_code" },
  { value: "code token", label: `${hybrid}: code token`, grantType: "authorization_code" },
  {
    value: "code id_token token",
    label: `${hybrid}: code id_token token`,
    grantType: "authorization_code",
  },
  { value: "", label: "Client Credentials", grantType: "client_credentials" },
] as const;

type PreviewFlow = (typeof previewFlows)[number];

/** Finds a flow that the app may use. @param wanted Returned if the app may use this flow, or if it may use no flow. */
export function findFlow(
  application: Application | undefined,
  wanted: PreviewFlow = previewFlows[0],
): PreviewFlow {
  const { grant_types = [], response_types = [] } = application?.settings.oauthClient ?? {};
  const isUsed = ({ value, grantType }: PreviewFlow) =>
    grant_types.includes(grantType) &&
    value.split(" ").every((type) => type === "" || response_types.includes(type));
  return isUsed(wanted) ? wanted : (previewFlows.find(isUsed) ?? wanted);
}

export type PreviewRequest = {
  /** null for the org authorization server. */
  readonly serverId: string | null;
  readonly clientId: string;
  readonly flow: PreviewFlow;
  readonly userId: string;
  readonly scopes: readonly string[];
};

/** The demo org's own call. At Okta only the Admin Console has a preview. */
export function buildTokenPreview(request: PreviewRequest): ApiCall {
  const { flow, ...rest } = request;
  return {
    method: "POST",
    path: "/demo/v1/token-preview",
    body: { ...rest, grantType: flow.grantType, responseType: flow.value },
  };
}

/** A custom check, because `v.record` drops claims with names such as `constructor`. */
const payloadSchema = v.custom<JsonObject>(isJsonObject);
const tokenSchema = v.nullable(v.object({ payload: payloadSchema }));

export const previewResultSchema = v.variant("kind", [
  v.object({ kind: v.literal("tokens"), idToken: tokenSchema, accessToken: tokenSchema }),
  v.object({
    kind: v.literal("refused"),
    error: v.string(),
    errorDescription: v.optional(v.nullable(v.string()), null),
    reason: v.optional(v.nullable(v.string()), null),
  }),
]);

export type PreviewResult = v.InferOutput<typeof previewResultSchema>;
