import { createExpiringRecords, type ExpiringRecords } from "../expiring-records.ts";
import type { Configuration } from "../model/configuration.ts";
import { type ConfigurationStore, createConfigurationStore } from "../model/configuration-store.ts";
import { createKeyReader, type SigningKeys } from "../rules/tokens/signing-keys.ts";
import { seedConfiguration } from "../seed/configuration.ts";
import type { Store } from "../store.ts";
import { readClock } from "./controls/clock.ts";
import {
  type ChosenLifetimes,
  type ControlStore,
  createControlStore,
} from "./controls/controls.ts";
import { createEventLog, type EventLog } from "./log/event-log.ts";
import { defaultApiToken } from "./management/api-token.ts";

export type DemoOrgOptions = {
  /**
   * The org's own URL without a trailing slash: `http://localhost:8080`, or `http://localhost:5173/demo-org`. It is
   * configured, because any client can choose the Host header.
   */
  readonly baseUrl: string;
  readonly store: Store;
  /**
   * The app's redirect URIs, for sign-in and sign-out, matched exactly. They are not part of the configuration, because
   * they depend on where the page runs.
   */
  readonly redirectUris: readonly string[];
  /**
   * How a browser is identified: `cookie`, or `store` if there is only one browser. A service worker can't set
   * cookies on its responses and sees none in requests.
   */
  readonly sessionCarrier: "cookie" | "store";
  /** Token for the Management API, sent as `SSWS <token>`. */
  readonly apiToken?: string;
  /** The initial configuration. Default: the examples of Okta's guides. */
  readonly seed?: Configuration;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly clock?: () => number;
};

/** The state that the org's endpoints share. */
export type Org = {
  readonly baseUrl: string;
  /** Path prefix of the org's endpoints: empty, or `/demo-org`. */
  readonly basePath: string;
  readonly redirectUris: readonly string[];
  readonly sessionCarrier: "cookie" | "store";
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly apiToken: string;
  readonly readConfiguration: () => Promise<Configuration>;
  readonly changeConfiguration: ConfigurationStore["change"];
  /** Restores the org's initial state. Only the signing keys are kept. */
  readonly reset: () => Promise<void>;
  readonly readSigningKeys: () => Promise<SigningKeys>;
  readonly sessions: ExpiringRecords;
  readonly transactions: ExpiringRecords;
  readonly codes: ExpiringRecords;
  readonly refreshTokens: ExpiringRecords;
  /** The sign-in that a token was issued for, by the token's `jti`. */
  readonly tokenFamilies: ExpiringRecords;
  /** Revoked tokens, by `jti`, and revoked sign-ins. */
  readonly revocations: ExpiringRecords;
  /** Events for admins. */
  readonly systemLog: EventLog;
  /** Test controls. They must be loaded before a request is handled. */
  readonly controls: ControlStore;
  /** Lifetimes that a test has set. */
  readonly lifetimes: () => ChosenLifetimes;
};

/** Creates the org's shared state: configuration, keys, records, clock and log in one store. Reads nothing yet. */
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
