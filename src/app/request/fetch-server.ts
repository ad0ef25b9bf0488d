import { fetchMetadata, type MetadataResult } from "../../oidc/discovery.ts";
import { isUnknownClient } from "../../okta/unknown-client.ts";

/** The delay before a fetch, because the user may still be typing the domain or the client ID. */
const settleMs = 450;

const settle = () => new Promise((resolve) => setTimeout(resolve, settleMs));

/** Fetches an issuer's metadata after a delay, unless `signal` is aborted before. */
export async function fetchServer(issuer: string, signal: AbortSignal): Promise<MetadataResult> {
  await settle();
  return fetchMetadata({ issuer, fetch, signal });
}

/** @returns Whether the org doesn't know the client. */
export async function checkClient(
  client: { issuer: string; clientId: string },
  signal: AbortSignal,
): Promise<boolean> {
  await settle();
  return isUnknownClient({ ...client, fetch, signal });
}
