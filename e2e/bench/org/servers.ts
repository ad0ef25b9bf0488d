import { type SignIn, signInByCode, signInByForm } from "./sign-in.ts";

/** A server under measurement, in the way that its users start it. */
export type Server = {
  readonly name: string;
  /** What one sign-in is, in a line. */
  readonly signInIs: string;
  /** What Node is started with; it listens at `localhost`. */
  readonly start: (port: number) => Start;
  readonly discoveryPath: string;
  readonly signIn: SignIn;
};

export type Start = {
  readonly nodeArguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

export const orgHost = "src/demo-org/hosts/node.ts";
export const compiledOrgFolder = "dist-bench-org";

const compiledOrg: Server = {
  name: "demo org, compiled beforehand",
  signInIs: "the same",
  start: startOrg(`${compiledOrgFolder}/node.js`),
  discoveryPath: "/oauth2/default/.well-known/openid-configuration",
  signIn: signInByForm({
    authorizePath: "/oauth2/default/v1/authorize",
    clientId: "0oaoiuhhch8VRtBnC0h7",
    redirectUri: "http://localhost:5173/",
  }),
};

const demoOrg: Server = {
  ...compiledOrg,
  name: "demo org, as `npm run org` has it",
  signInIs: "the sign-in page, and its form sent: 2 requests, 2 tokens signed",
  start: startOrg("--import", "tsx", orgHost),
};

function startOrg(...nodeArguments: readonly string[]): Server["start"] {
  return (port) => ({ nodeArguments, environment: { PORT: String(port) } });
}

const oauth2MockServer: Server = {
  name: "oauth2-mock-server",
  signInIs: "no page: a code at once, and its exchange: 2 requests, 2 tokens signed",
  start: (port) => ({
    nodeArguments: [
      "node_modules/oauth2-mock-server/dist/oauth2-mock-server.mjs",
      ...["-a", "localhost", "-p", String(port)],
    ],
  }),
  discoveryPath: "/.well-known/openid-configuration",
  signIn: signInByCode({
    authorizePath: "/authorize",
    tokenPath: "/token",
    clientId: "bench",
    redirectUri: "https://client.example/",
  }),
};

const oidcProvider: Server = {
  name: "oidc-provider",
  signInIs: "a bare sign-in page, and its form sent: 4 requests, 2 tokens signed",
  start: (port) => ({
    nodeArguments: ["e2e/bench/org/oidc-provider.mjs"],
    environment: { PORT: String(port), NODE_ENV: "production" },
  }),
  discoveryPath: "/.well-known/openid-configuration",
  signIn: signInByForm({
    authorizePath: "/auth",
    clientId: "bench",
    redirectUri: "https://client.example/",
  }),
};

export const servers: readonly Server[] = [demoOrg, compiledOrg, oauth2MockServer, oidcProvider];
