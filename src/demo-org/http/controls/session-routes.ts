import { findActiveUser } from "../../model/directory.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { loadSession } from "../sessions/sessions.ts";

/** Okta's `GET /api/v1/sessions/me` is a 404 without a session, which browsers log as an error. */
export const sessionRoutes: readonly ManagementRoute[] = [["GET", "/demo/v1/session", sendLogin]];

async function sendLogin({ c, org }: ManagementRequest): Promise<Response> {
  const session = await loadSession(c, org);
  const user = session && findActiveUser(await org.loadConfiguration(), session.userId);
  return c.json({ login: user?.profile.login ?? null });
}
