import type { Context } from "hono";
import type { User } from "../../model/user.ts";
import type { Org } from "../state/org.ts";
import { describeUnknownUser, describeUser } from "./parties.ts";
import { record } from "./record.ts";

const signIn = { eventType: "user.session.start", displayMessage: "User login to Okta" };

export function logSignIn(c: Context, org: Org, user: User, sessionId: string): void {
  const legacyEventType = "core.user_auth.login_success";
  record(c, org, { ...signIn, legacyEventType, actor: describeUser(user), sessionId });
}

/** Logs an unknown username as it was typed, and nothing else from the form. */
export function logFailedSignIn(
  c: Context,
  org: Org,
  username: string,
  user: User | undefined,
): void {
  record(c, org, {
    ...signIn,
    legacyEventType: "core.user_auth.login_failed",
    actor: user ? describeUser(user) : describeUnknownUser(username),
    reason: "INVALID_CREDENTIALS",
  });
}

/** @see Okta: Event types, `user.authentication.auth_via_mfa` */
export function logSecondFactor(c: Context, org: Org, user: User, isRight: boolean): void {
  record(c, org, {
    eventType: "user.authentication.auth_via_mfa",
    legacyEventType: `core.user.factor.attempt_${isRight ? "success" : "fail"}`,
    displayMessage: "Authentication of user via MFA",
    actor: describeUser(user),
    reason: isRight ? undefined : "INVALID_CREDENTIALS",
  });
}

export function logSignOut(c: Context, org: Org, user: User, sessionId: string): void {
  record(c, org, {
    eventType: "user.session.end",
    legacyEventType: "core.user_auth.logout_success",
    displayMessage: "User logout from Okta",
    actor: describeUser(user),
    sessionId,
  });
}
