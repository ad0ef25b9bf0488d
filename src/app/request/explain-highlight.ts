import { explainParameter } from "../../okta/glossary/parameters.ts";
import { explainScope } from "../../okta/glossary/scopes.ts";
import type { Highlight } from "./highlight.ts";

const endpoints: Record<string, string> = {
  org: "Every org has one org authorization server. Its ID tokens can carry groups through the app’s Sign On tab. Its access tokens never do.",
  custom:
    "Protects your own APIs. Its Claims tab can put groups in ID tokens, access tokens, or both.",
};

const responseTypes: Record<string, string> = {
  id_token: "Without an access token, the ID token is fat: it has every claim the scopes allow.",
  token: "For an API. On a custom authorization server it can carry groups.",
  "id_token token":
    "With an access token, the ID token is thin: most profile claims are only in UserInfo. So are groups, unless a custom server’s claim is set to Always.",
  implicit:
    "The redirect returns the tokens. Use this flow for quick tests. For new apps, use Code + PKCE.",
  code: "Use this flow for new apps: it puts no token in a URL. The org server’s ID token is fat (an older Okta page says thin). A custom server’s has groups only if their claim is set to Always.",
  "code id_token":
    "Hybrid: the redirect returns a code and an ID token. On the org server it is fat. The code is exchanged for both tokens.",
  "code token":
    "Hybrid: the redirect returns a code and an access token. The code is exchanged for both tokens.",
  "code id_token token":
    "Hybrid: the redirect returns a code and both tokens. The ID token is thin. The code is then exchanged for both again.",
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
