/** An org to enter under `My Okta org`. */
export type Org = {
  readonly url: string;
  readonly clientId: string;
  /** The user who signs in if a test names none. */
  readonly username: string;
  readonly password: string;
};

/** The addresses of the servers that the tests start. */
export const addresses = {
  page: "http://localhost:4173/",
  developmentPage: "http://localhost:5173/",
  nodeOrg: "http://localhost:8080",
} as const;

/** The demo org on its own origin. */
export const nodeOrg: Org = {
  url: addresses.nodeOrg,
  clientId: "0oaoiuhhch8VRtBnC0h7",
  username: "it.user@example.com",
  password: "demo-password",
};

/** `BASE_URL`: a deployed page, with its trailing slash; undefined for the page built here. */
export const foreignPage: string | undefined = readVariable("BASE_URL")?.replace(/\/*$/, "/");

/**
 * The user's own org, from `OKTA_ORG`, `OKTA_CLIENT_ID`, `OKTA_USERNAME` and `OKTA_PASSWORD`; undefined without `OKTA_ORG`.
 *
 * @throws `OKTA_ORG` is set and one of the others is missing.
 */
export const foreignOrg: Org | undefined = readForeignOrg();

function readForeignOrg(): Org | undefined {
  const url = readVariable("OKTA_ORG");
  if (url === undefined) return undefined;
  const require = (name: string): string => {
    const value = readVariable(name);
    if (value === undefined) throw new Error(`Set ${name}, too: OKTA_ORG is set.`);
    return value;
  };
  return {
    url,
    clientId: require("OKTA_CLIENT_ID"),
    username: require("OKTA_USERNAME"),
    password: require("OKTA_PASSWORD"),
  };
}

function readVariable(name: string): string | undefined {
  return process.env[name]?.trim() || undefined;
}
