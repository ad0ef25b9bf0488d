import { memoizeByObject } from "../../memoize.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { User } from "../../model/user.ts";

export type InactiveUsers = {
  readonly named: readonly { readonly username: string; readonly reason: string }[];
  readonly more: number;
  /** The user who is named in the request is one of them. */
  readonly isHinted: boolean;
};

const maximumNamed = 3;

const reasons: Readonly<Record<Exclude<User["status"], "ACTIVE">, string>> = {
  STAGED: "not activated yet",
  PROVISIONED: "no password yet",
  SUSPENDED: "suspended",
  DEPROVISIONED: "deactivated",
};

/** The users that the list of demo users lacks. The named user comes first. */
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
