/** What a fake org returns for `GET /path`, `PUT /path`, …: JSON, or a whole response. */
export type Routes = Readonly<Record<string, unknown>>;

export const orgUrl = "https://example.com/demo-org";

/** Creates a `fetch` for an org with these routes, which returns Okta's 404 for all others, and a list of its calls. */
export function createFakeOrg(routes: Routes) {
  const calls: { call: string; body: unknown }[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const request = new Request(url, init);
    const call = `${request.method} ${request.url.slice(orgUrl.length)}`;
    const text = await request.text();
    calls.push({ call, body: text === "" ? undefined : JSON.parse(text) });
    if (!Object.hasOwn(routes, call)) return refuse(404, "Not found: Resource not found");
    const answer = routes[call];
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  };
  return { fetch, calls };
}

export function refuse(status: number, errorSummary: string, ...causes: readonly string[]) {
  const errorCauses = causes.map((cause) => ({ errorSummary: cause }));
  return Response.json({ errorSummary, errorCauses }, { status });
}
