import type { UserSetUp } from "../../okta/org-set-up.ts";
import { groupsSchema, userSchema } from "../org-setup/api/okta-objects.ts";
import { buildPersonGroupsPath, buildPersonPath } from "../org-setup/people/person-calls.ts";
import type { SetUpReader } from "./set-up-reader.ts";

/**
 * @param idOrLogin Okta accepts both as the user's ID.
 * @returns `undefined` if the org does not have the user.
 * @see Okta: Users API, retrieve a user; list all groups of a user
 */
export async function fetchUserSetUp(
  { read }: SetUpReader,
  idOrLogin: string,
): Promise<UserSetUp | undefined> {
  const [user, groups] = await Promise.all([
    read(buildPersonPath(idOrLogin), userSchema),
    read(buildPersonGroupsPath(idOrLogin), groupsSchema),
  ]);
  if (!user || !groups) return undefined;
  return {
    id: user.id,
    login: user.profile.login,
    isActive: user.status === "ACTIVE",
    groups: groups.map(({ id, type, profile }) => ({
      id,
      name: profile.name,
      isImported: type === "APP_GROUP",
    })),
  };
}
