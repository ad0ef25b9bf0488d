/**
 * Checks whether the org responds at its address.
 *
 * A static host may respond at the same address, with the page and status 200 or with its 404 page. Only the org
 * returns metadata with this address as the issuer.
 *
 * @param orgUrl The org's URL without a trailing slash.
 * @returns false also on a network error or timeout.
 * @see OpenID Connect Discovery 1.0 §4.3 (the issuer equals the address it was fetched from)
 */
export async function isOrgAnswering(
  orgUrl: string,
  fetch: typeof globalThis.fetch,
  deadline: AbortSignal,
): Promise<boolean> {
  try {
    const metadataUrl = `${orgUrl}/.well-known/openid-configuration`;
    const response = await fetch(metadataUrl, {
      cache: "no-store",
      signal: deadline,
    });
    const metadata: unknown = await response.json();
    return (
      typeof metadata === "object" &&
      metadata !== null &&
      "issuer" in metadata &&
      metadata.issuer === orgUrl
    );
  } catch {
    return false;
  }
}
