import type { fetchMetadata, MetadataResult } from "../../oidc/discovery.ts";
import type { isUnknownClient } from "../../okta/unknown-client.ts";
import { useFetched } from "../use-fetched.ts";

export type MetadataState =
  /** A field is missing, or a link chose the org. */
  | { status: "not-requested" }
  | { status: "loading" }
  | {
      status: "done";
      answer: MetadataResult;
      /** `false` if it is not known. */
      isClientUnknown?: boolean | undefined;
    };

/** The user may be typing the domain. */
const settleMs = 450;

type LoadFetch = () => Promise<{
  fetchMetadata: typeof fetchMetadata;
  isUnknownClient: typeof isUnknownClient;
}>;

/**
 * Fetches an issuer's metadata once the user has stopped changing it, then looks whether it knows the client.
 *
 * @param clientId `undefined`: not checked.
 * @param loadFetch Loads the code that fetches.
 */
export function useMetadata(
  issuer: string | undefined,
  clientId: string | undefined,
  loadFetch: LoadFetch,
): MetadataState {
  const answer = useFetched<string, MetadataResult>(issuer, async (issuer, signal) => {
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    if (signal.aborted) return notLoaded;
    const code = await loadFetch().catch(() => undefined);
    return code?.fetchMetadata({ issuer, fetch, signal }) ?? notLoaded;
  });
  const isClientUnknown = useFetched(
    clientId && answer?.kind === "loaded"
      ? { issuer: answer.metadata.issuer, clientId }
      : undefined,
    async (client, signal) => (await loadFetch()).isUnknownClient({ ...client, fetch, signal }),
    { delayMs: settleMs },
  );
  if (issuer === undefined) return { status: "not-requested" };
  return answer ? { status: "done", answer, isClientUnknown } : { status: "loading" };
}

const notLoaded = { kind: "unreachable", because: "failed" } as const;
