/** For tests: somebody's browser, as far as an authorization request needs one: cookies, one form, redirects. */
export type PersonsBrowser = {
  /**
   * Opens an authorization request and signs the person in where the org asks who it is.
   *
   * @returns Where the org sends the browser in the end, with the answer in its query or fragment. Nothing is fetched
   *   from there.
   * @throws The org answers with a page that is not its sign-in page.
   */
  readonly answer: (request: URL, person?: string) => Promise<URL>;
};

/** Who signs in where a check names nobody: of the groups Everyone and IT. */
export const itUser = "it.user@example.com";

/** @param orgUrl Without a slash at its end. What lies elsewhere is not followed. */
export function createPersonsBrowser(orgUrl: string): PersonsBrowser {
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

  const answer = async (request: URL, person = itUser): Promise<URL> => {
    const first = await send(request);
    const transaction = findTransaction(await first.text());
    const last =
      transaction === undefined
        ? first
        : await send(new URL(`${orgUrl}/login/demo`), new URLSearchParams({ transaction, person }));
    const location = last.headers.get("Location");
    if (location === null) throw new Error(`The org answered ${last.status}, and no redirect`);
    const target = new URL(location);
    return target.origin === orgUrl ? answer(target, person) : target;
  };

  return { answer };
}

function findTransaction(page: string): string | undefined {
  return /name="transaction" value="([^"]+)"/.exec(page)?.[1];
}
