/** A static host may return its page with status 200. @see OpenID Connect Discovery 1.0 §4.3 */
export async function isOrgAnswering(
  orgUrl: string,
  fetch: typeof globalThis.fetch,
  deadline: AbortSignal,
): Promise<boolean> {
  try {
    const metadataUrl = `${orgUrl}/.well-known/openid-configuration`;
    const response = await fetch(metadataUrl, { cache: "no-store", signal: deadline });
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
