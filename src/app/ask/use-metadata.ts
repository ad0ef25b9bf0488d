import { useEffect, useState } from "react";
import type { MetadataAnswer } from "../../oidc/discovery.ts";

/** What is known of a server's metadata. It never stands in the way of sending. */
export type MetadataState =
  | { status: "unasked" }
  | { status: "reading" }
  | { status: "answered"; answer: MetadataAnswer };

/** Long enough that a domain being typed is not asked letter by letter. */
const settleMs = 450;

/**
 * Reads the metadata of an issuer, once the person has stopped changing it.
 *
 * @param issuer `undefined` while there is nobody to ask.
 */
export function useMetadata(issuer: string | undefined): MetadataState {
  const [known, setKnown] = useState<{ issuer: string; answer: MetadataAnswer }>();

  useEffect(() => {
    if (issuer === undefined) return;
    const cancellation = new AbortController();
    const { signal } = cancellation;
    const timer = setTimeout(async () => {
      const answer = await readMetadata(issuer, signal).catch(() => notLoaded);
      if (!signal.aborted) setKnown({ issuer, answer });
    }, settleMs);
    return () => {
      clearTimeout(timer);
      cancellation.abort();
    };
  }, [issuer]);

  if (issuer === undefined) return { status: "unasked" };
  if (known?.issuer !== issuer) return { status: "reading" };
  return { status: "answered", answer: known.answer };
}

/** Whoever cannot load the code that asks would not reach the server either. */
const notLoaded = { kind: "unreachable", because: "failed" } as const;

async function readMetadata(issuer: string, signal: AbortSignal): Promise<MetadataAnswer> {
  const { fetchMetadata } = await import("../../oidc/discovery.ts");
  return fetchMetadata({ issuer, fetch, signal });
}
