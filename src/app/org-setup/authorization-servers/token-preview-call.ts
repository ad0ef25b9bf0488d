import * as v from "valibot";
import { isJsonObject, type JsonObject } from "../../../oidc/json.ts";
import type { ApiCall } from "../api/api-call.ts";
import type { Application } from "../api/okta-objects.ts";

export type PreviewFlow = {
  /** The response type; empty for a flow without a user. */
  readonly value: string;
  readonly label: string;
  readonly grantType: "implicit" | "authorization_code" | "client_credentials";
};

const implicit = (value: string): PreviewFlow => ({
  value,
  label: `Implicit: ${value}`,
  grantType: "implicit",
});

const code = (value: string, label: string): PreviewFlow => ({
  value,
  label: `Authorization Code${label}`,
  grantType: "authorization_code",
});

export const previewFlows = [
  implicit("id_token"),
  implicit("token"),
  implicit("id_token token"),
  code("code", ""),
  code("code id_token", " (hybrid): code id_token"),
  code("code token", " (hybrid): code token"),
  code("code id_token token", " (hybrid): code id_token token"),
  { value: "", label: "Client Credentials", grantType: "client_credentials" },
] as const satisfies readonly PreviewFlow[];

/** @param wanted Returned if the app may use it, or if it may use none. */
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
