import { useEffect, useState } from "react";
import type * as DemoOrgApi from "./demo-org-api.ts";
import type { Part } from "./load-part.ts";

/**
 * Fetches the demo org's usernames, and who is signed in.
 *
 * @param orgUrl `undefined` while the demo org is not ready, or another org is in use.
 */
export function useDemoOrgUsers(
  orgUrl: string | undefined,
  part: Pick<Part<{ demoOrgApi: typeof DemoOrgApi }>, "load">,
  onSignedInUser: (username: string | undefined) => void,
): readonly string[] {
  const [usernames, setUsernames] = useState<readonly string[]>([]);

  useEffect(() => {
    if (orgUrl === undefined) return;
    let isCancelled = false;
    const fetchUsers = async () => {
      const loaded = await part.load().catch(() => undefined);
      if (!loaded) return;
      const { fetchUsernames, fetchSignedInUser } = loaded.demoOrgApi;
      void fetchUsernames(orgUrl).then((names) => !isCancelled && setUsernames(names));
      void fetchSignedInUser(orgUrl).then((name) => !isCancelled && onSignedInUser(name));
    };
    void fetchUsers();
    window.addEventListener("focus", fetchUsers);
    return () => {
      isCancelled = true;
      window.removeEventListener("focus", fetchUsers);
    };
  }, [orgUrl, part, onSignedInUser]);

  return usernames;
}
