import { useEffect, useState } from "react";
import type { MetadataAnswer } from "../../oidc/discovery.ts";

/** A server's metadata. Sending never waits for it. */
export type MetadataState =
  /** Nobody to request it from: a field is missing, or a link chose the org. */
  { status: "not-requested" } | { status: "loading" } | { status: "done"; answer: MetadataAnswer };

/** A domain that is being typed is not requested letter by letter. */
const settleMs = 450;

/** Fetches an issuer's metadata once the user has stopped changing it. */
export function useMetadata(issuer: string | undefined): MetadataState {
  const [known, setKnown] = useState<{ issuer: string; answer: MetadataAnswer }>();

  useEffect(() => {
    if (issuer === undefined) return;
    const cancellation = new AbortController();
    const { signal } = cancellation;
    const timer = setTimeout(async () => {
      const answer = await fetchIssuerMetadata(issuer, signal).catch(() => notLoaded);
      if (!signal.aborted) setKnown({ issuer, answer });
    }, settleMs);
    return () => {
      clearTimeout(timer);
      cancellation.abort();
    };
  }, [issuer]);

  if (issuer === undefined) return { status: "not-requested" };
  if (known?.issuer !== issuer) return { status: "loading" };
  return { status: "done", answer: known.answer };
}

/** Without a connection to load the code from, the server can't be reached either. */
const notLoaded = { kind: "unreachable", because: "failed" } as const;

async function fetchIssuerMetadata(issuer: string, signal: AbortSignal): Promise<MetadataAnswer> {
  const { fetchMetadata } = await import("../../oidc/discovery.ts");
  return fetchMetadata({ issuer, fetch, signal });
}
