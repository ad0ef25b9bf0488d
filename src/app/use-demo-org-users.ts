import { useEffect, useState } from "react";
import { fetchSignedInUser, fetchUsernames } from "./demo-org-api.ts";

/**
 * The demo org's usernames, fetched once it is ready. Also fetches who is signed in.
 *
 * @param orgUrl `undefined` while the demo org is not ready, or another org is in use.
 * @param onSignedInUser Told the session's username, `undefined` without a session.
 */
export function useDemoOrgUsers(
  orgUrl: string | undefined,
  onSignedInUser: (username: string | undefined) => void,
): readonly string[] {
  const [usernames, setUsernames] = useState<readonly string[]>([]);

  useEffect(() => {
    if (orgUrl === undefined) return;
    let isCancelled = false;
    const fetchUsers = () => {
      void fetchUsernames(orgUrl).then((names) => !isCancelled && setUsernames(names));
      void fetchSignedInUser(orgUrl).then((name) => !isCancelled && onSignedInUser(name));
    };
    fetchUsers();
    // Another tab may have signed in, or changed the org's users.
    window.addEventListener("focus", fetchUsers);
    return () => {
      isCancelled = true;
      window.removeEventListener("focus", fetchUsers);
    };
  }, [orgUrl, onSignedInUser]);

  return usernames;
}
