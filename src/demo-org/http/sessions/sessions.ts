import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import * as v from "valibot";
import { memoizeByObject } from "../../memoize.ts";
import { findActiveUser } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import { createRandomId } from "../../random-id.ts";
import { logSignIn, logSignOut } from "../log/session-events.ts";
import type { Org } from "../state/org.ts";

const sessionSchema = v.object({
  /** Public: unlike the ID in the browser's cookie, this ID grants no access. */
  id: v.string(),
  userId: v.string(),
  authTime: v.number(),
  amr: v.array(v.string()),
  expiresAt: v.number(),
});

export type Session = v.InferOutput<typeof sessionSchema>;

const findLifetimeMs = (org: Org) => org.lifetimes().sessionSeconds * 1000;

export async function loadSession(c: Context, org: Org): Promise<Session | undefined> {
  const id = findSessionId(c, org);
  if (id === undefined) return undefined;
  const session = v.safeParse(sessionSchema, await org.sessions.get(id));
  return session.success ? session.output : undefined;
}

export async function startSession(
  c: Context,
  org: Org,
  user: User,
  amr: readonly string[],
): Promise<Session> {
  const previous = findSessionId(c, org);
  if (previous !== undefined) await org.sessions.delete(previous);
  const now = org.clock();
  const session = {
    id: createRandomId(),
    userId: user.id,
    authTime: Math.floor(now / 1000),
    amr: [...amr],
    expiresAt: now + findLifetimeMs(org),
  };
  await org.sessions.set(assignSessionId(c, org), session, session.expiresAt);
  logSignIn(c, org, user, session.id);
  return session;
}

export async function extendSession(c: Context, org: Org): Promise<Session | undefined> {
  const id = findSessionId(c, org);
  const session = await loadSession(c, org);
  if (id === undefined || !session) return undefined;
  const extended = { ...session, expiresAt: org.clock() + findLifetimeMs(org) };
  await org.sessions.set(id, extended, extended.expiresAt);
  return extended;
}

export async function endSession(c: Context, org: Org): Promise<void> {
  const session = await loadSession(c, org);
  const user = session && findActiveUser(await org.loadConfiguration(), session.userId);
  if (user) logSignOut(c, org, user, session.id);
  const id = findSessionId(c, org);
  if (id !== undefined) await org.sessions.delete(id);
  clearSessionId(c, org);
}

const deviceCookie = "DT";

/**
 * Includes the port: browsers share cookies between ports of a host, so two orgs would end each other's sessions.
 * @see RFC 6265 §8.5
 */
const nameSessionCookie = memoizeByObject(({ baseUrl }: Org): string => {
  const { port } = new URL(baseUrl);
  return port === "" ? "idx" : `idx-${port}`;
});

/** With session carrier `store`, only one browser can reach the worker. */
const onlyBrowser = "this browser";

/** Identifies the browser that opened a sign-in page, so that no other browser can submit the page. */
export function findBrowserId(c: Context, { sessionCarrier }: Org): string | undefined {
  return sessionCarrier === "store" ? onlyBrowser : getCookie(c, deviceCookie);
}

export function ensureBrowserId(c: Context, org: Org): string {
  const known = findBrowserId(c, org);
  if (known !== undefined) return known;
  const id = createRandomId();
  setCookie(c, deviceCookie, id, describeCookie(org));
  return id;
}

function findSessionId(c: Context, org: Org): string | undefined {
  return org.sessionCarrier === "store" ? onlyBrowser : getCookie(c, nameSessionCookie(org));
}

/** Creates a new ID at each sign-in, so that an ID from before the sign-in is useless (session fixation). */
function assignSessionId(c: Context, org: Org): string {
  if (org.sessionCarrier === "store") return onlyBrowser;
  const id = createRandomId();
  setCookie(c, nameSessionCookie(org), id, describeCookie(org));
  return id;
}

function clearSessionId(c: Context, org: Org): void {
  if (org.sessionCarrier === "cookie")
    setCookie(c, nameSessionCookie(org), "", { ...describeCookie(org), maxAge: 0 });
}

/** `Lax` cookies are sent when an app redirects to the org, but not when another site posts to the org. */
function describeCookie({ baseUrl, basePath }: Org) {
  const secure = baseUrl.startsWith("https:");
  return { path: basePath || "/", httpOnly: true, sameSite: "Lax", secure } as const;
}
