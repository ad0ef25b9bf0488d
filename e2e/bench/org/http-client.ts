import { Agent, type OutgoingHttpHeaders, request } from "node:http";

/** A response. Redirects are not followed. */
export type HttpResponse = {
  readonly status: number;
  /** The absolute URL of a redirect. */
  readonly location: string | undefined;
  readonly body: string;
};

/** A client that keeps cookies and posts forms. */
export type HttpClient = {
  readonly get: (url: string) => Promise<HttpResponse>;
  readonly post: (url: string, form: Readonly<Record<string, string>>) => Promise<HttpResponse>;
};

/**
 * Shared by all clients, because reused connections keep the network out of the figures. Closes idle connections before
 * the servers close them, which is after five seconds.
 */
const agent = new Agent({ keepAlive: true, timeout: 2000 });

/** Creates a client without cookies. */
export function createHttpClient(): HttpClient {
  const cookies = new Map<string, string>();

  const send = (url: string, method: string, body: string, headers: OutgoingHttpHeaders) =>
    new Promise<HttpResponse>((resolve, reject) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const sent = { ...headers, ...(cookie !== "" && { Cookie: cookie }) };
      const outgoing = request(url, { agent, method, headers: sent }, (incoming) => {
        for (const line of incoming.headers["set-cookie"] ?? []) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          if (name !== undefined && value !== undefined) cookies.set(name, value);
        }
        const { location } = incoming.headers;
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (part: string) => {
          text += part;
        });
        incoming.on("error", reject);
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            location: location === undefined ? undefined : new URL(location, url).href,
            body: text,
          }),
        );
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });

  return {
    get: (url) => send(url, "GET", "", {}),
    post: (url, form) => {
      const body = new URLSearchParams(form).toString();
      return send(url, "POST", body, {
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": Buffer.byteLength(body),
      });
    },
  };
}
