import type { fetchMetadata, MetadataResult } from "../../oidc/discovery.ts";
import { useFetched } from "../use-fetched.ts";

export type MetadataState =
  /** A field is missing, or a link chose the org. */
  { status: "not-requested" } | { status: "loading" } | { status: "done"; answer: MetadataResult };

/** The user may be typing the domain. */
const settleMs = 450;

type LoadFetch = () => Promise<{ fetchMetadata: typeof fetchMetadata }>;

/**
 * Fetches an issuer's metadata once the user has stopped changing it.
 *
 * @param loadFetch Loads the code that fetches.
 */
export function useMetadata(issuer: string | undefined, loadFetch: LoadFetch): MetadataState {
  const answer = useFetched<string, MetadataResult>(issuer, async (issuer, signal) => {
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (signal.aborted) return notLoaded;
    const code = await loadFetch().catch(() => undefined);
    return code?.fetchMetadata({ issuer, fetch, signal }) ?? notLoaded;
  });
  if (issuer === undefined) return { status: "not-requested" };
  return answer ? { status: "done", answer } : { status: "loading" };
}

const notLoaded = { kind: "unreachable", because: "failed" } as const;
