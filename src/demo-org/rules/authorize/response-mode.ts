import { type Refusal, refusals } from "../permission/refusal.ts";

export const responseModes = ["query", "fragment", "form_post", "okta_post_message"] as const;

export type ResponseMode = (typeof responseModes)[number];

/**
 * Returns the response mode, or a refusal with the default mode, in which the refusal is sent.
 * @see OAuth 2.0 Multiple Response Type Encoding Practices §2.1, §5
 */
export function chooseResponseMode(
  requested: string | undefined,
  responseTypes: ReadonlySet<string>,
  redirectUri: string,
): { readonly mode: ResponseMode; readonly refusal?: Refusal } {
  const hasTokens = responseTypes.has("id_token") || responseTypes.has("token");
  const byDefault: ResponseMode = hasTokens ? "fragment" : "query";
  if (requested === undefined) return { mode: byDefault };
  const mode = responseModes.find((it) => it === requested);
  if (!mode) return { mode: byDefault, refusal: refusals.unsupportedResponseMode(responseModes) };
  if (mode === "query" && hasTokens)
    return { mode: byDefault, refusal: refusals.unsupported_response_mode_query_with_tokens };
  const isRedirect = mode === "query" || mode === "fragment";
  if (!isRedirect && new URL(redirectUri).origin === "null")
    return { mode: byDefault, refusal: refusals.modeWithoutOrigin(mode) };
  // A code can be sent by postMessage, as in Okta's API reference and SDK. Okta's error catalogue contradicts them.
  return { mode };
}
