import { useEffect, useState } from "react";
import type { fetchMetadata, MetadataResult } from "../../oidc/discovery.ts";

export type MetadataState =
  /** A field is missing, or a link chose the org. */
  { status: "not-requested" } | { status: "loading" } | { status: "done"; answer: MetadataResult };

/** The user may be typing the domain. */
const settleMs = 450;

type LoadFetch = () => Promise<{ fetchMetadata: typeof fetchMetadata }>;

/**
 * Fetches an issuer's metadata once the user has stopped changing it.
 *
 * @param loadFetch Loads the code that fetches; the same function for every render.
 */
export function useMetadata(issuer: string | undefined, loadFetch: LoadFetch): MetadataState {
  const [known, setKnown] = useState<{ issuer: string; answer: MetadataResult }>();

  useEffect(() => {
    if (issuer === undefined) return;
    const cancellation = new AbortController();
    const { signal } = cancellation;
    const timer = setTimeout(async () => {
      const answer = await loadFetch()
        .then((code) => code.fetchMetadata({ issuer, fetch, signal }))
        .catch(() => notLoaded);
      if (!signal.aborted) setKnown({ issuer, answer });
    }, settleMs);
    return () => {
      clearTimeout(timer);
      cancellation.abort();
    };
  }, [issuer, loadFetch]);

  if (issuer === undefined) return { status: "not-requested" };
  if (known?.issuer !== issuer) return { status: "loading" };
  return { status: "done", answer: known.answer };
}

const notLoaded = { kind: "unreachable", because: "failed" } as const;
