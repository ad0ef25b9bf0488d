/** The published types of `startDemoOrg`. The build copies this file, so it imports nothing. */

export type StartDemoOrgOptions = {
  readonly port?: number;
  /** The address to listen on: `localhost` by default. Other machines can reach every address that isn't loopback. */
  readonly host?: string;
  /**
   * The org's URL as clients see it, such as `http://okta:8080` for a container's service name. By default it follows
   * from `host` and `port`.
   */
  readonly issuer?: string;
  /** An org exported from `/demo/v1/configuration`, as a file's path or its parsed JSON. The demo data by default. */
  readonly seed?: string | object;
  /** More redirect URIs of the seeded app, for sign-in and sign-out. */
  readonly redirectUris?: readonly string[];
  /** The API token, `demo-api-token` by default. `random` creates one. */
  readonly apiToken?: string;
  /** A private key and a certificate chain in PEM format. The org then serves https. */
  readonly tls?: { readonly key: string; readonly cert: string };
};

export type RunningDemoOrg = {
  readonly url: string;
  /** The issuer of the org authorization server, which is the org's URL. */
  readonly issuer: string;
  /** The issuer of the custom authorization server `default`. */
  readonly customIssuer: string;
  /** The client ID of the app that has `redirectUris`; undefined if the org was seeded without apps. */
  readonly clientId: string | undefined;
  readonly redirectUris: readonly string[];
  /** Sent as `Authorization: SSWS <token>` to `/api/v1` and `/demo/v1`. */
  readonly apiToken: string;
  readonly users: readonly DemoUser[];
  /** Restores the data that the org was started with, and ends all sessions. Keeps the signing keys. */
  readonly reset: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type DemoUser = {
  readonly username: string;
  readonly password: string | undefined;
};

/**
 * Starts a demo org in this process. The org's data is lost when the process ends.
 *
 * @throws {Error} The options are invalid, or the port is in use. The message says what to change.
 */
export type StartDemoOrg = (options?: StartDemoOrgOptions) => Promise<RunningDemoOrg>;
