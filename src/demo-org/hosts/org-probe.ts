/**
 * Whether a request to the org's address is answered by the org.
 *
 * A static host may answer the same address with status 200 and the page, or with its 404 page; only the org answers
 * with metadata that names this very address as its issuer.
 *
 * @param orgUrl The org's URL without a trailing slash.
 * @returns false also where nothing answers at all, or not before the deadline.
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
