/** For tests: a minimal browser for authorization requests: cookies, one form, redirects. */
export type MinimalBrowser = {
  /**
   * Opens an authorization request, and signs the user in if the org shows its sign-in page.
   *
   * @returns The URL that the org finally redirects to, with the response in its query or fragment. It is not fetched.
   * @throws The org returns another page than its sign-in page.
   */
  readonly authorize: (request: URL, person?: string) => Promise<URL>;
};

/** The default user, who is in the groups Everyone and IT. */
export const itUser = "it.user@example.com";

/** @param orgUrl Without a trailing slash. Redirects to other URLs are not followed. */
export function createMinimalBrowser(orgUrl: string): MinimalBrowser {
  const cookies = new Map<string, string>();

  const send = async (address: URL, form?: URLSearchParams): Promise<Response> => {
    const response = await fetch(address, {
      redirect: "manual",
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { method: "POST", body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value) cookies.set(name, value);
      else if (name !== undefined) cookies.delete(name);
    }
    return response;
  };

  const authorize = async (request: URL, person = itUser): Promise<URL> => {
    const first = await send(request);
    const transaction = findTransaction(await first.text());
    const last =
      transaction === undefined
        ? first
        : await send(new URL(`${orgUrl}/login/demo`), new URLSearchParams({ transaction, person }));
    const location = last.headers.get("Location");
    if (location === null) throw new Error(`The org responded with ${last.status} and no redirect`);
    const target = new URL(location);
    return target.origin === orgUrl ? authorize(target, person) : target;
  };

  return { authorize };
}

function findTransaction(page: string): string | undefined {
  return /name="transaction" value="([^"]+)"/.exec(page)?.[1];
}
