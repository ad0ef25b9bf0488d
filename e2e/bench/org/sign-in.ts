import { createHttpClient, type HttpClient, type HttpResponse } from "./http-client.ts";

export type Tokens = { readonly idToken: string; readonly accessToken: string };

/** Signs in a user who has no session. */
export type SignIn = (origin: string) => Promise<Tokens>;

/** The client that requests the tokens. */
type Client = {
  readonly authorizePath: string;
  readonly clientId: string;
  readonly redirectUri: string;
};

const credentials = { username: "it.user@example.com", password: "demo-password" };

/**
 * Implicit flow through a sign-in page: sends the request, posts the page's form, and follows every redirect to the
 * client's redirect URI.
 *
 * @throws {Error} The response does not hold both tokens.
 */
export function signInWithForm(client: Client): SignIn {
  return async (origin) => {
    const http = createHttpClient();
    const first = await http.get(buildRequest(origin, client, "id_token token"));
    const page = await follow(http, first, client.redirectUri);
    const { action, fields } = parseForm(page.body);
    const posted = await http.post(action, { ...fields, ...credentials });
    const { location = "" } = await follow(http, posted, client.redirectUri);
    const fragment = new URLSearchParams(location.split("#")[1]);
    return requireTokens(fragment.get("id_token"), fragment.get("access_token"));
  };
}

/** Code flow at a server that has no sign-in page: it returns a code at once. */
export function signInWithCode(client: Client & { readonly tokenPath: string }): SignIn {
  return async (origin) => {
    const http = createHttpClient();
    const { location = "" } = await http.get(buildRequest(origin, client, "code"));
    const response = await http.post(origin + client.tokenPath, {
      grant_type: "authorization_code",
      code: new URL(location).searchParams.get("code") ?? "",
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      scope: "openid profile email",
    });
    const { id_token, access_token } = Object(JSON.parse(response.body));
    return requireTokens(id_token, access_token);
  };
}

function buildRequest(origin: string, client: Client, responseType: string): string {
  const parameters = new URLSearchParams({
    client_id: client.clientId,
    response_type: responseType,
    scope: "openid profile email",
    redirect_uri: client.redirectUri,
    state: crypto.randomUUID(),
    nonce: crypto.randomUUID(),
  });
  return `${origin}${client.authorizePath}?${parameters}`;
}

/** Follows redirects until there is a page or a redirect to the client. */
async function follow(
  http: HttpClient,
  response: HttpResponse,
  redirectUri: string,
): Promise<HttpResponse> {
  let latest = response;
  while (latest.location !== undefined && !latest.location.startsWith(redirectUri))
    latest = await http.get(latest.location);
  return latest;
}

/** Finds a page's first form: where it posts to, and its hidden fields. */
function parseForm(html: string): { action: string; fields: Record<string, string> } {
  const [form = "", action] = /<form[^>]* action="([^"]*)"[\s\S]*?<\/form>/.exec(html) ?? [];
  if (action === undefined) throw new Error("The page has no sign-in form.");
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return {
    action,
    fields: Object.fromEntries([...hidden].map(([, name, value]) => [name, value])),
  };
}

function requireTokens(idToken: unknown, accessToken: unknown): Tokens {
  if (typeof idToken !== "string" || typeof accessToken !== "string")
    throw new Error("The response does not hold both tokens.");
  return { idToken, accessToken };
}
