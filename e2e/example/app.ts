import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import * as oidc from "openid-client";

type Options = {
  /** The app's own URL, without a trailing slash. */
  readonly url: string;
  readonly issuer: string;
  readonly clientId: string;
};

type Session = {
  /** The secrets of a sign-in that is not complete yet. */
  started?: { readonly verifier: string; readonly state: string; readonly nonce: string };
  user?: { readonly name: string; readonly groups: readonly string[]; readonly idToken: string };
};

/**
 * Creates a small web app that signs people in with Okta, and lets only the group IT see its second page.
 *
 * The app knows nothing about the demo org: with an Okta org's issuer and client ID it works the same.
 */
export function createApp({ url, issuer, clientId }: Options): RequestListener {
  const sessions = new Map<string, Session>();
  const redirectUri = `${url}/callback`;
  const discovered = oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), {
    execute: issuer.startsWith("http:") ? [oidc.allowInsecureRequests] : [],
  });

  async function signIn(session: Session): Promise<string> {
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    session.started = { verifier, state, nonce };
    return oidc.buildAuthorizationUrl(await discovered, {
      redirect_uri: redirectUri,
      scope: "openid profile groups",
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state,
      nonce,
    }).href;
  }

  async function completeSignIn(session: Session, callback: URL): Promise<void> {
    const { verifier = "", state, nonce } = session.started ?? {};
    delete session.started;
    const tokens = await oidc.authorizationCodeGrant(await discovered, callback, {
      pkceCodeVerifier: verifier,
      ...(state !== undefined && { expectedState: state }),
      ...(nonce !== undefined && { expectedNonce: nonce }),
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    const groups = claims?.groups;
    session.user = {
      name: String(claims?.name),
      groups: Array.isArray(groups) ? groups.map(String) : [],
      idToken: tokens.id_token ?? "",
    };
  }

  async function signOut(session: Session): Promise<string> {
    const idToken = session.user?.idToken ?? "";
    delete session.user;
    return oidc.buildEndSessionUrl(await discovered, {
      id_token_hint: idToken,
      post_logout_redirect_uri: `${url}/`,
    }).href;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const session = findSession(request, response, sessions);
    const address = new URL(request.url ?? "/", url);
    switch (address.pathname) {
      case "/":
        return sendPage(response, 200, session.user ? renderHome(session.user) : signedOutPage);
      case "/it":
        return session.user?.groups.includes("IT")
          ? sendPage(response, 200, "<h1>For IT only</h1>")
          : sendPage(response, 403, "<h1>You are not in the group IT</h1>");
      case "/sign-in":
        return redirect(response, await signIn(session));
      case "/callback":
        await completeSignIn(session, address);
        return redirect(response, "/");
      case "/sign-out":
        return redirect(response, await signOut(session));
      default:
        return sendPage(response, 404, "<h1>Page not found</h1>");
    }
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      sendPage(response, 500, `<h1>Sign-in failed</h1><p>${escapeHtml(reason)}</p>`);
    });
  };
}

function findSession(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: Map<string, Session>,
): Session {
  const id = /(?:^|; )session=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
  const known = id === undefined ? undefined : sessions.get(id);
  if (known) return known;
  const newId = randomUUID();
  const session: Session = {};
  sessions.set(newId, session);
  response.setHeader("Set-Cookie", `session=${newId}; Path=/; HttpOnly; SameSite=Lax`);
  return session;
}

const signedOutPage = `<h1>Example app</h1><a href="/sign-in">Sign in</a>`;

function renderHome({ name, groups }: NonNullable<Session["user"]>): string {
  const items = groups.map((group) => `<li>${escapeHtml(group)}</li>`).join("");
  return `<h1>Signed in as ${escapeHtml(name)}</h1>
    <h2 id="groups">Your groups</h2><ul aria-labelledby="groups">${items}</ul>
    <a href="/it">IT</a> <a href="/sign-out">Sign out</a>`;
}

function sendPage(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" });
  response.end(`<!doctype html><html lang="en"><title>Example app</title>${body}</html>`);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { Location: location }).end();
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
