import type { Configuration } from "../../model/configuration.ts";
import type { User } from "../../model/user.ts";
import { ApiError } from "../api-error.ts";

/**
 * The person whom a path names: by ID, by username, or by its part before the @ where only one person's begins so.
 * Usernames are not case-sensitive.
 *
 * @throws {ApiError} There is nobody of that name.
 * @see Okta: Users API, "Retrieve a user"
 */
export function findUser({ users }: Configuration, idOrLogin: string): User {
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
