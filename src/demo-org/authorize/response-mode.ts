import { type Refusal, refusals } from "./refusal.ts";

/** How an answer travels to the client. */
export const responseModes = ["query", "fragment", "form_post", "okta_post_message"] as const;

export type ResponseMode = (typeof responseModes)[number];

/** The mode for the answer, refusals included, and what is wrong with the one that was asked for. */
type ChosenMode = { readonly mode: ResponseMode; readonly refusal: Refusal | undefined };

/**
 * Chooses how to answer. A mode that cannot be had is refused in the default one.
 *
 * @param responseTypes The words of `response_type`. A token never travels in a query, where servers would log it.
 * @param redirectUri A message goes to its origin alone, and a form to a web address: the scheme of a native app is neither.
 * @see OAuth 2.0 Multiple Response Type Encoding Practices §2.1 and §5; Okta: OpenID Connect & OAuth 2.0 API, "/authorize"
 */
export function chooseResponseMode(
  asked: string | undefined,
  responseTypes: ReadonlySet<string>,
  redirectUri: string,
): ChosenMode {
  const hasTokens = responseTypes.has("id_token") || responseTypes.has("token");
  const byDefault: ResponseMode = hasTokens ? "fragment" : "query";
  if (asked === undefined) return { mode: byDefault, refusal: undefined };
  const mode = responseModes.find((it) => it === asked);
  if (!mode) return { mode: byDefault, refusal: refusals.unsupportedResponseMode(responseModes) };
  if (mode === "query" && hasTokens)
    return { mode: byDefault, refusal: refusals.queryModeWithTokens };
  const isRedirect = mode === "query" || mode === "fragment";
  if (!isRedirect && new URL(redirectUri).origin === "null")
    return { mode: byDefault, refusal: refusals.modeWithoutOrigin(mode) };
  // By message a code may travel too: Okta's API reference says so, and its SDK renews that way. A sentence against it
  // in the error catalogue is taken to be of older orgs.
  return { mode, refusal: undefined };
}
