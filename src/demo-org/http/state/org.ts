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

const openSignIns = 1000;

/** No secret, like the demo users' passwords. */
export const defaultApiToken = "demo-api-token";

export type DemoOrgOptions = {
  /** Without a trailing slash. Not taken from the Host header, which any client can choose. */
  readonly baseUrl: string;
  readonly store: Store;
  /** For sign-in and sign-out. Not part of the configuration, because they depend on where the page runs. */
  readonly redirectUris: readonly string[];
  /** `store` if there is only one browser: a service worker can't set cookies and sees none. */
  readonly sessionCarrier: "cookie" | "store";
  readonly apiToken?: string;
  readonly seed: Configuration;
  readonly clock?: () => number;
};

export type Org = Ports & {
  readonly basePath: string;
  readonly sessionCarrier: "cookie" | "store";
  readonly apiToken: string;
  readonly loadConfiguration: () => Promise<Configuration>;
  readonly changeConfiguration: ConfigurationStore["change"];
  readonly reset: () => Promise<void>;
  readonly sessions: ExpiringRecords;
  readonly systemLog: EventLog;
  readonly controls: ControlStore;
};

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
