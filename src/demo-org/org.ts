import { readClock } from "./controls/clock.ts";
import {
  type ChosenLifetimes,
  type ControlStore,
  createControlStore,
} from "./controls/controls.ts";
import { createExpiringRecords, type ExpiringRecords } from "./expiring-records.ts";
import { defaultApiToken } from "./management/api-token.ts";
import type { Configuration } from "./model/configuration.ts";
import { type ConfigurationStore, createConfigurationStore } from "./model/configuration-store.ts";
import { seedConfiguration } from "./seed/configuration.ts";
import type { Store } from "./store.ts";
import { createEventLog, type EventLog } from "./system-log/event-log.ts";
import { createKeyReader, type SigningKeys } from "./tokens/signing-keys.ts";

export type DemoOrgOptions = {
  /**
   * The org's own URL without a trailing slash: `http://localhost:8080`, or `http://localhost:5173/demo-org`. Given,
   * and never taken from the Host header, which whoever asks can choose.
   */
  readonly baseUrl: string;
  readonly store: Store;
  /**
   * Redirect URIs registered for the app, after sign-in and after sign-out alike; matched exactly. They come with each
   * start, since they depend on where the page runs.
   */
  readonly redirectUris: readonly string[];
  /**
   * How a browser is known again: by a cookie, or because there is but one (a service worker's answers cannot set
   * cookies, and its requests show none).
   */
  readonly sessionCarrier: "cookie" | "store";
  /** What the Management API asks for, as `SSWS <token>`. */
  readonly apiToken?: string;
  /** What the org is before anybody has changed it: the examples of Okta's guides by default. */
  readonly seed?: Configuration;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly clock?: () => number;
};

/** What the org's endpoints work with. */
export type Org = {
  readonly baseUrl: string;
  /** The path below which the org answers: empty, or `/demo-org`. */
  readonly basePath: string;
  readonly redirectUris: readonly string[];
  readonly sessionCarrier: "cookie" | "store";
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly apiToken: string;
  readonly readConfiguration: () => Promise<Configuration>;
  readonly changeConfiguration: ConfigurationStore["change"];
  /** Back to how the org was first started. Whatever has come since is forgotten, but for the signing keys. */
  readonly reset: () => Promise<void>;
  readonly readSigningKeys: () => Promise<SigningKeys>;
  readonly sessions: ExpiringRecords;
  readonly transactions: ExpiringRecords;
  readonly codes: ExpiringRecords;
  readonly refreshTokens: ExpiringRecords;
  /** Which sign-in a token came of, by its `jti`. */
  readonly tokenFamilies: ExpiringRecords;
  /** Of tokens, by `jti`, and of all that came of a sign-in. */
  readonly revocations: ExpiringRecords;
  /** What has happened in the org, for admins. */
  readonly systemLog: EventLog;
  /** What tests have turned on the org. It has to be loaded before anything is answered. */
  readonly controls: ControlStore;
  /** How long what is issued lives, where a test has chosen that. */
  readonly lifetimes: () => ChosenLifetimes;
};

/** Makes what the endpoints share: configuration, keys, records, clock and log over one store. Nothing is read yet. */
export function createOrg({
  baseUrl,
  store,
  redirectUris,
  sessionCarrier,
  apiToken = defaultApiToken,
  seed = seedConfiguration,
  clock: machineClock = Date.now,
}: DemoOrgOptions): Org {
  const configuration = createConfigurationStore(store, seed);
  const controls = createControlStore(store);
  const clock = () => readClock(controls.read().clock, machineClock());
  const records = {
    sessions: createExpiringRecords(store, "sessions", clock),
    transactions: createExpiringRecords(store, "sign-in transactions", clock),
    codes: createExpiringRecords(store, "codes", clock),
    refreshTokens: createExpiringRecords(store, "refresh tokens", clock),
    tokenFamilies: createExpiringRecords(store, "token families", clock),
    revocations: createExpiringRecords(store, "revocations", clock),
  };
  const systemLog = createEventLog(store);
  return {
    baseUrl,
    basePath: new URL(baseUrl).pathname.replace(/\/$/, ""),
    redirectUris,
    sessionCarrier,
    clock,
    apiToken,
    readConfiguration: configuration.read,
    changeConfiguration: configuration.change,
    reset: async () => {
      await configuration.reset();
      await controls.reset();
      await Promise.all(Object.values(records).map((it) => it.clear()));
      await systemLog.clear();
    },
    readSigningKeys: createKeyReader(store),
    ...records,
    systemLog,
    controls,
    lifetimes: () => controls.read().lifetimes,
  };
}
