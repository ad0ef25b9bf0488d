import { type Answer, createVisitor, type Visitor } from "./visitor.ts";

export type Tokens = { readonly idToken: string; readonly accessToken: string };

/** Signs somebody in who was not there before. */
export type SignIn = (origin: string) => Promise<Tokens>;

/** What the client asks with: the same of each server, as far as it has it. */
type Client = {
  readonly authorizePath: string;
  readonly clientId: string;
  readonly redirectUri: string;
};

const credentials = { username: "it.user@example.com", password: "demo-password" };

/**
 * A sign-in by implicit flow: the authorization request, the sign-in page that it leads to, its form as it is filled
 * in by hand, and every redirect until the client's fragment.
 *
 * @throws {Error} It ends elsewhere than with both tokens.
 */
export function signInByForm(client: Client): SignIn {
  return async (origin) => {
    const visitor = createVisitor();
    const asked = await visitor.get(buildRequest(origin, client, "id_token token"));
    const page = await follow(visitor, asked, client.redirectUri);
    const { action, fields } = readForm(page.body);
    const sent = await visitor.post(action, { ...fields, ...credentials });
    const { location = "" } = await follow(visitor, sent, client.redirectUri);
    const fragment = new URLSearchParams(location.split("#")[1]);
    return readTokens(fragment.get("id_token"), fragment.get("access_token"));
  };
}

/** The nearest that a server without a sign-in page does: a code at once, and the tokens for it. */
export function signInByCode(client: Client & { readonly tokenPath: string }): SignIn {
  return async (origin) => {
    const visitor = createVisitor();
    const { location = "" } = await visitor.get(buildRequest(origin, client, "code"));
    const answer = await visitor.post(origin + client.tokenPath, {
      grant_type: "authorization_code",
      code: new URL(location).searchParams.get("code") ?? "",
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      scope: "openid profile email",
    });
    const { id_token, access_token } = Object(JSON.parse(answer.body));
    return readTokens(id_token, access_token);
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

/** Follows redirects until a page, or until one that leads to the client. */
async function follow(visitor: Visitor, answer: Answer, redirectUri: string): Promise<Answer> {
  let latest = answer;
  while (latest.location !== undefined && !latest.location.startsWith(redirectUri))
    latest = await visitor.get(latest.location);
  return latest;
}

/** The first form of a page, with what it sends unseen. */
function readForm(html: string): { action: string; fields: Record<string, string> } {
  const [form = "", action] = /<form[^>]* action="([^"]*)"[\s\S]*?<\/form>/.exec(html) ?? [];
  if (action === undefined) throw new Error("There is no sign-in form where one was awaited.");
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return {
    action,
    fields: Object.fromEntries([...hidden].map(([, name, value]) => [name, value])),
  };
}

function readTokens(idToken: unknown, accessToken: unknown): Tokens {
  if (typeof idToken !== "string" || typeof accessToken !== "string")
    throw new Error("The sign-in did not end with both tokens.");
  return { idToken, accessToken };
}
