import { Agent, type OutgoingHttpHeaders, request } from "node:http";

/** An answer, of which redirects are not followed. */
export type Answer = {
  readonly status: number;
  /** Where a redirect leads, as a whole address. */
  readonly location: string | undefined;
  readonly body: string;
};

/** A browser as far as a sign-in needs one: cookies, and forms that are sent. */
export type Visitor = {
  readonly get: (url: string) => Promise<Answer>;
  readonly post: (url: string, form: Readonly<Record<string, string>>) => Promise<Answer>;
};

/**
 * Connections are kept, so that what is timed is the server and not the network; cookies are not. One that has been
 * idle while others had their turn is given up before the server does so, after five seconds.
 */
const agent = new Agent({ keepAlive: true, timeout: 2000 });

/** Somebody who has never been there: without a cookie. */
export function createVisitor(): Visitor {
  const cookies = new Map<string, string>();

  const send = (url: string, method: string, body: string, headers: OutgoingHttpHeaders) =>
    new Promise<Answer>((resolve, reject) => {
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
