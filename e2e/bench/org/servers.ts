import { type SignIn, signInWithCode, signInWithForm } from "./sign-in.ts";

/** A server to measure, started as its users start it. */
export type Server = {
  readonly name: string;
  /** The steps of a sign-in, in one line. */
  readonly signInSteps: string;
  /** Node arguments and environment that make it listen on `localhost`. */
  readonly start: (port: number) => Start;
  readonly discoveryPath: string;
  readonly signIn: SignIn;
};

export type Start = {
  readonly nodeArguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

export const compiledOrgFolder = "dist-bench-org";

const compiledOrg: Server = {
  name: "demo org, `npx okta-demo-org`",
  signInSteps: "the same",
  start: startOrg(`${compiledOrgFolder}/okta-demo-org.js`),
  discoveryPath: "/oauth2/default/.well-known/openid-configuration",
  signIn: signInWithForm({
    authorizePath: "/oauth2/default/v1/authorize",
    clientId: "0oaoiuhhch8VRtBnC0h7",
    redirectUri: "http://localhost:5173/",
  }),
};

const demoOrg: Server = {
  ...compiledOrg,
  name: "demo org, `npm run org`",
  signInSteps: "sign-in page, form post: 2 requests, 2 signed tokens",
  start: startOrg("--import", "tsx", "src/demo-org/hosts/node.ts"),
};

function startOrg(...nodeArguments: readonly string[]): Server["start"] {
  return (port) => ({ nodeArguments, environment: { PORT: String(port) } });
}

const oauth2MockServer: Server = {
  name: "oauth2-mock-server",
  signInSteps: "no page; code, code exchange: 2 requests, 2 signed tokens",
  start: (port) => ({
    nodeArguments: [
      "node_modules/oauth2-mock-server/dist/oauth2-mock-server.mjs",
      ...["-a", "localhost", "-p", String(port)],
    ],
  }),
  discoveryPath: "/.well-known/openid-configuration",
  signIn: signInWithCode({
    authorizePath: "/authorize",
    tokenPath: "/token",
    clientId: "bench",
    redirectUri: "https://client.example/",
  }),
};

const oidcProvider: Server = {
  name: "oidc-provider",
  signInSteps: "bare sign-in page, form post: 4 requests, 2 signed tokens",
  start: (port) => ({
    nodeArguments: ["e2e/bench/org/oidc-provider.mjs"],
    environment: { PORT: String(port), NODE_ENV: "production" },
  }),
  discoveryPath: "/.well-known/openid-configuration",
  signIn: signInWithForm({
    authorizePath: "/auth",
    clientId: "bench",
    redirectUri: "https://client.example/",
  }),
};

export const servers: readonly Server[] = [demoOrg, compiledOrg, oauth2MockServer, oidcProvider];
