import { createExpiringRecords, type ExpiringRecords } from "../../expiring-records.ts";
import type { Configuration } from "../../model/configuration.ts";
import {
  type ConfigurationStore,
  createConfigurationStore,
} from "../../model/configuration-store.ts";
import { applyGroupRules } from "../../rules/groups/apply-group-rules.ts";
import { defaultLifetimes } from "../../rules/lifetimes.ts";
import type { Ports } from "../../rules/ports.ts";
import { createKeyLoader } from "../../rules/signing-keys.ts";
import type { Store } from "../../store.ts";
import { type ClockControl, type ControlStore, createControlStore } from "./controls.ts";
import { createEventLog, type EventLog } from "./event-log.ts";

/** Sign-in pages that can be open at once. Each keeps its authorization request. */
const openSignIns = 1000;

/** No secret, like the demo users' passwords. */
export const defaultApiToken = "demo-api-token";

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
  /** The initial configuration. */
  readonly seed: Configuration;
  /** Milliseconds since the epoch; `Date.now` by default. */
  readonly clock?: () => number;
};

/** The state that the org's endpoints share. */
export type Org = Ports & {
  /** Path prefix of the org's endpoints: empty, or `/demo-org`. */
  readonly basePath: string;
  readonly sessionCarrier: "cookie" | "store";
  readonly apiToken: string;
  readonly loadConfiguration: () => Promise<Configuration>;
  readonly changeConfiguration: ConfigurationStore["change"];
  /** Restores the org's initial state. Only the signing keys are kept. */
  readonly reset: () => Promise<void>;
  readonly sessions: ExpiringRecords;
  /** Events for admins. */
  readonly systemLog: EventLog;
  /** Test controls. They must be loaded before a request is handled. */
  readonly controls: ControlStore;
};

/** Creates the org's shared state: configuration, keys, records, clock and log in one store. Reads nothing yet. */
export function createOrg({
  baseUrl,
  store,
  redirectUris,
  sessionCarrier,
  apiToken = defaultApiToken,
  seed,
  clock: machineClock = Date.now,
}: DemoOrgOptions): Org {
  const configuration = createConfigurationStore(store, seed);
  const controls = createControlStore(store);
  const clock = () => toOrgTime(controls.read().clock, machineClock());
  const records = {
    sessions: createExpiringRecords(store, "sessions", clock),
    transactions: createExpiringRecords(store, "sign-in transactions", clock, openSignIns),
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
    loadConfiguration: configuration.read,
    changeConfiguration: (change) =>
      configuration.change((latest) => {
        const changed = change(latest);
        return { ...changed, configuration: applyGroupRules(latest, changed.configuration) };
      }),
    reset: async () => {
      await configuration.reset();
      await controls.reset();
      await Promise.all(Object.values(records).map((it) => it.clear()));
      await systemLog.clear();
    },
    loadSigningKeys: createKeyLoader(store),
    ...records,
    systemLog,
    controls,
    lifetimes: () => ({ ...defaultLifetimes, ...controls.read().lifetimes }),
  };
}

/**
 * The org's time.
 *
 * @param now The machine's time in milliseconds since the epoch.
 */
function toOrgTime(control: ClockControl | null, now: number): number {
  if (control === null) return now;
  switch (control.kind) {
    case "frozen":
      return control.at;
    case "shifted":
      return now + control.byMs;
    default:
      return control satisfies never;
  }
}
