import type { AuthorizationServer } from "../authorization-server.ts";
import type { OrgSetUp } from "../org-set-up.ts";

/** Why the org would show its own error page. Unverified for a deactivated app or server. @see RFC 6749 §4.2.2.1 */
export function findErrorPage(
  { app, server, user }: OrgSetUp,
  request: { server: AuthorizationServer; redirectUri: string },
): string | undefined {
  if (request.server.kind === "custom") {
    if (!server) return `The org has no authorization server ${request.server.id}.`;
    if (!server.isActive) return `The authorization server ${server.name} is deactivated.`;
  }
  if (!app) return "No app of the org has this client ID.";
  if (!app.isActive) return `The app ${app.label} is deactivated.`;
  if (!app.redirectUris.includes(request.redirectUri)) {
    return `The app ${app.label} lacks the sign-in redirect URI ${request.redirectUri}.`;
  }
  return user && !user.isActive ? `${user.login} is not active, so they can’t sign in.` : undefined;
}
