import { fetchMetadata, type MetadataResult } from "../../oidc/discovery.ts";
import { isUnknownClient } from "../../okta/unknown-client.ts";

/** The user may be typing the domain or the client ID. */
const settleMs = 450;

const settle = () => new Promise((resolve) => setTimeout(resolve, settleMs));

/** Fetches an issuer's metadata, unless it is aborted meanwhile. */
export async function fetchServer(issuer: string, signal: AbortSignal): Promise<MetadataResult> {
  await settle();
  return fetchMetadata({ issuer, fetch, signal });
}

export async function checkClient(
  client: { issuer: string; clientId: string },
  signal: AbortSignal,
): Promise<boolean> {
  await settle();
  return isUnknownClient({ ...client, fetch, signal });
}
