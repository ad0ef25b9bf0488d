import type { Configuration } from "../../../model/configuration.ts";
import { tokenOwner } from "../../../model/token-owner.ts";
import type { User } from "../../../model/user.ts";
import { ApiError } from "../api-error.ts";

/**
 * The user in a path: by ID, by username, or by the part before the @ if only one username begins so. Usernames are not
 * case-sensitive.
 *
 * @throws {ApiError} There is no such user, or it is the owner of the API token, who is not one of the org's users.
 * @see Okta: Users API, "Retrieve a user"
 */
export function findUser({ users }: Configuration, idOrLogin: string): User {
  if (isTokenOwner(idOrLogin))
    throw new ApiError({
      code: "forbidden",
      reason: "The demo org can't change the owner of the API token.",
    });
  const byId = users.find(({ id }) => id === idOrLogin);
  if (byId) return byId;
  const wanted = idOrLogin.toLowerCase();
  const byLogin = users.find(({ profile }) => profile.login.toLowerCase() === wanted);
  if (byLogin) return byLogin;
  const [byShortLogin, ...others] = users.filter(({ profile }) =>
    profile.login.toLowerCase().startsWith(`${wanted}@`),
  );
  if (!byShortLogin || others.length > 0)
    throw new ApiError({ code: "not_found", id: idOrLogin, type: "User" });
  return byShortLogin;
}

/** Whether a path means the owner of the API token, who is `me`. */
export function isTokenOwner(idOrLogin: string): boolean {
  return idOrLogin === "me" || idOrLogin === tokenOwner.id;
}
