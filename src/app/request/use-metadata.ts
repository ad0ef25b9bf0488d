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
      /** Also `false` if the org doesn't tell. */
      isClientUnknown?: boolean | undefined;
    };

/**
 * Fetches an issuer's metadata after the user has stopped typing, then checks whether the org knows the client.
 *
 * @param clientId Not checked if `undefined`.
 * @param load Loads the code that fetches the metadata.
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
