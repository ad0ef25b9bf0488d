import type { MetadataResult } from "../../oidc/discovery.ts";
import { useFetched } from "../use-fetched.ts";
import type * as FetchServer from "./fetch-server.ts";

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

/**
 * Fetches an issuer's metadata once the user has stopped changing it, then looks whether it knows the client.
 *
 * @param clientId `undefined`: not checked.
 * @param load Loads the code that fetches.
 */
export function useMetadata(
  issuer: string | undefined,
  clientId: string | undefined,
  load: () => Promise<typeof FetchServer>,
): MetadataState {
  const answer = useFetched<string, MetadataResult>(issuer, (issuer, signal) =>
    load().then(
      (code) => code.fetchServer(issuer, signal),
      () => notLoaded,
    ),
  );
  const isClientUnknown = useFetched(
    clientId && answer?.kind === "loaded"
      ? { issuer: answer.metadata.issuer, clientId }
      : undefined,
    async (client, signal) => (await load()).checkClient(client, signal),
  );
  if (issuer === undefined) return { status: "not-requested" };
  return answer ? { status: "done", answer, isClientUnknown } : { status: "loading" };
}

const notLoaded = { kind: "unreachable", because: "failed" } as const;
