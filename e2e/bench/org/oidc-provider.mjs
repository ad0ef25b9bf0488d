// oidc-provider, configured for the same sign-in as the demo org's: implicit flow, a sign-in page, two signed tokens.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const port = Number(process.env.PORT);
const origin = `http://localhost:${port}`;
const api = "api://default";

const provider = new Provider(origin, {
  clients: [
    {
      client_id: "bench",
      // oidc-provider requires https for an implicit web client. Nothing is sent to this address.
      redirect_uris: ["https://client.example/"],
      response_types: ["id_token token"],
      grant_types: ["implicit"],
      token_endpoint_auth_method: "none",
    },
  ],
  responseTypes: ["id_token token"],
  cookies: { keys: ["a key for the cookies of a benchmark"] },
  claims: { profile: ["name", "preferred_username"], email: ["email"] },
  findAccount: (_context, sub) => ({
    accountId: sub,
    claims: () => ({ sub, name: "Ingrid Holm", preferred_username: sub, email: sub }),
  }),
  features: {
    devInteractions: { enabled: false },
    // With a resource, access tokens are signed JWTs. Without one, they would be opaque.
    resourceIndicators: {
      enabled: true,
      defaultResource: () => api,
      getResourceServerInfo: () => ({ scope: "read", accessTokenFormat: "jwt" }),
    },
  },
});
const handle = provider.callback();

createServer((request, response) => {
  if (!request.url.startsWith("/interaction/")) handle(request, response);
  else if (request.method === "POST") signIn(request, response);
  else showSignInPage(request, response);
}).listen(port, "localhost");

async function showSignInPage(request, response) {
  const { uid } = await provider.interactionDetails(request, response);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(`<!doctype html>
<title>Sign in</title>
<form method="post" action="${origin}/interaction/${uid}">
<label>Username <input name="username"></label>
<label>Password <input name="password" type="password"></label>
<button>Sign in</button>
</form>
`);
}

/** Signs in and consents in one step, because the demo org has no consent page. */
async function signIn(request, response) {
  const accountId = new URLSearchParams(await readText(request)).get("username");
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  grant.addResourceScope(api, "read");
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId }, consent });
}

async function readText(request) {
  let text = "";
  for await (const part of request) text += part;
  return text;
}
