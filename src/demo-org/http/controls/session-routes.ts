import { findActiveUser } from "../../model/directory.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { loadSession } from "../sessions/sessions.ts";

/**
 * - `GET /demo/v1/session`: `{login}`, the username of who is signed in to this browser, or `null`.
 *
 * Okta's own `GET /api/v1/sessions/me` is a 404 without a session, which browsers report in the console.
 */
export const sessionRoutes: readonly ManagementRoute[] = [["GET", "/demo/v1/session", sendLogin]];

async function sendLogin({ c, org }: ManagementRequest): Promise<Response> {
  const session = await loadSession(c, org);
  const user = session && findActiveUser(await org.loadConfiguration(), session.userId);
  return c.json({ login: user?.profile.login ?? null });
}
