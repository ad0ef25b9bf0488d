import { memoizeByObject } from "../../memoize.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { User } from "../../model/user.ts";

export type InactiveUsers = {
  readonly named: readonly { readonly username: string; readonly reason: string }[];
  readonly more: number;
  /** Whether the user in the request's `login_hint` or sign-in form is inactive. */
  readonly isHinted: boolean;
};

const maximumNamed = 3;

const reasons: Readonly<Record<Exclude<User["status"], "ACTIVE">, string>> = {
  STAGED: "not activated yet",
  PROVISIONED: "no password yet",
  SUSPENDED: "suspended",
  DEPROVISIONED: "deactivated",
};

/** Describes the users who can't sign in, and so are not in the list of demo users. `username` is first. */
export function describeInactiveUsers(
  configuration: Configuration,
  username: string,
): InactiveUsers {
  const inactive = listInactive(configuration);
  const wanted = username.trim().toLowerCase();
  const hinted = inactive.filter((it) => it.username.toLowerCase() === wanted);
  const named = [...new Set([...hinted, ...inactive])].slice(0, maximumNamed);
  return { named, more: inactive.length - named.length, isHinted: hinted.length > 0 };
}

const listInactive = memoizeByObject(({ users }: Configuration) =>
  users.flatMap(({ status, profile }) =>
    status === "ACTIVE" ? [] : { username: profile.login, reason: reasons[status] },
  ),
);
