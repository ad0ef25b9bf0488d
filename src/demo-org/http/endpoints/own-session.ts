import type { Context, Hono } from "hono";
import { findActiveUser } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import { hasSecondFactor } from "../../rules/sign-in/credentials.ts";
import { notFound } from "../management/api-error.ts";
import { link } from "../management/link.ts";
import { renderUser } from "../management/users/render-user.ts";
import { endSession, extendSession, loadSession, type Session } from "../sessions/sessions.ts";
import type { Org } from "../state/org.ts";

const path = "/api/v1/sessions/me";
const userPath = "/api/v1/users/me";

/** Uses the browser's session cookie, not an API token. @see Okta: Sessions API, "Current session operations" */
export function mountOwnSession(app: Hono, org: Org): void {
  app.get(path, async (c) => sendSession(c, org, await loadSession(c, org)));
  app.post(`${path}/lifecycle/refresh`, async (c) =>
    sendSession(c, org, await extendSession(c, org)),
  );
  app.delete(path, async (c) => {
    if (!(await loadSession(c, org))) throw notFound("me", "Session");
    await endSession(c, org);
    return c.body(null, 204);
  });
  app.get(userPath, async (c, next) => {
    const user = await findOwnUser(c, org);
    if (!user) return next();
    c.header("Cache-Control", "no-cache, no-store");
    return c.json(renderUser(org, user));
  });
}

async function findOwnUser(c: Context, org: Org): Promise<User | undefined> {
  if (c.req.header("Authorization") !== undefined) return undefined;
  const session = await loadSession(c, org);
  return session && findActiveUser(await org.loadConfiguration(), session.userId);
}

async function sendSession(c: Context, org: Org, session: Session | undefined): Promise<Response> {
  const configuration = await org.loadConfiguration();
  const user = session && findActiveUser(configuration, session.userId);
  if (!user) throw notFound("me", "Session");
  const signedInAt = new Date(session.authTime * 1000).toISOString();
  const self = `${org.baseUrl}${path}`;
  c.header("Cache-Control", "no-cache, no-store");
  return c.json({
    id: session.id,
    login: user.profile.login,
    userId: user.id,
    createdAt: signedInAt,
    expiresAt: new Date(session.expiresAt).toISOString(),
    status: "ACTIVE",
    lastPasswordVerification: signedInAt,
    lastFactorVerification: hasSecondFactor(session) ? signedInAt : null,
    amr: session.amr,
    idp: { id: configuration.orgId, type: "OKTA" },
    mfaActive: hasSecondFactor(session),
    _links: {
      self: link(self, "GET", "DELETE"),
      user: link(`${org.baseUrl}${userPath}`, "GET"),
      refresh: link(`${self}/lifecycle/refresh`, "POST"),
    },
  });
}
