import type * as DemoOrgApi from "./demo-org-api.ts";
import type { Part } from "./part.ts";
import { useFetched } from "./use-fetched.ts";

const noUsernames: readonly string[] = [];
const refreshOn = ["focus"];

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
  const usernames = useFetched(
    orgUrl,
    async (url, signal) => {
      const { fetchUsernames, fetchSignedInUser } = (await part.load()).demoOrgApi;
      void fetchSignedInUser(url).then((name) => !signal.aborted && onSignedInUser(name));
      return fetchUsernames(url);
    },
    { refreshOn },
  );
  return usernames ?? noUsernames;
}
