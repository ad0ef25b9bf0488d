import type { Context } from "hono";
import * as v from "valibot";
import { findActiveUser } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import { createRandomId } from "../../random-id.ts";
import { logSignIn, logSignOut } from "../log/session-events.ts";
import type { Org } from "../state/org.ts";
import { assignSessionId, clearSessionId, findSessionId } from "./browser.ts";

const sessionSchema = v.object({
  /** Public. Unlike the ID in the browser's cookie it grants no access. */
  id: v.string(),
  userId: v.string(),
  authTime: v.number(),
  amr: v.array(v.string()),
  expiresAt: v.number(),
});

export type Session = v.InferOutput<typeof sessionSchema>;

function findLifetimeMs(org: Org): number {
  return org.lifetimes().sessionSeconds * 1000;
}

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
