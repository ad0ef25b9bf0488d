import { explainParameter } from "../../okta/glossary/parameters.ts";
import { explainScope } from "../../okta/glossary/scopes.ts";
import type { Highlight } from "./highlight.ts";

const endpoints: Record<string, string> = {
  org: "Every org has one org authorization server. Its ID tokens can carry groups through the app’s Sign On tab. Its access tokens never do.",
  custom:
    "A custom authorization server protects your own APIs. Its Claims tab can put groups in ID tokens, access tokens, or both.",
};

const responseTypes: Record<string, string> = {
  id_token: "Without an access token, the ID token is fat: it has every claim the scopes allow.",
  token: "For an API. On a custom authorization server it can carry groups.",
  "id_token token":
    "With an access token, the ID token is thin: most profile claims are only in UserInfo. So are groups, unless a custom server’s claim is set to Always.",
  implicit:
    "The redirect returns the tokens, which suits quick tests. For new apps, use Code + PKCE: it puts no token in a URL.",
  code: "For new apps, use this flow: it puts no token in a URL (RFC 9700 §2.1.2; the OAuth 2.1 draft drops implicit). The org server’s ID token is fat, though an older Okta page says thin; a custom server’s has only claims set to Always.",
  "code id_token":
    "Hybrid: the redirect returns a code and an ID token, fat on the org server. The code is exchanged for both tokens.",
  "code token":
    "Hybrid: the redirect returns a code and an access token. The code is exchanged for both tokens.",
  "code id_token token":
    "Hybrid: the redirect returns a code and both tokens, the ID token thin. The code is then exchanged for both again.",
};

export function explainHighlight({ parameter, value }: Highlight): string {
  if (parameter === "endpoint") {
    return (
      endpoints[value ?? ""] ??
      "The authorization endpoint. Its host is your org; its path names the authorization server."
    );
  }
  if (parameter === "response_type" && value !== undefined) {
    return responseTypes[value] ?? explainParameter(parameter, "request").meaning;
  }
  if (parameter === "scope" && value !== undefined) return explainScope(value).meaning;
  return explainParameter(parameter, "request").meaning;
}
