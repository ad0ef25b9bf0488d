import { createExpiringRecords } from "../../expiring-records.ts";
import { type Configuration, configurationSchema } from "../../model/configuration.ts";
import { applyGroupRules } from "../../rules/groups/apply-group-rules.ts";
import { defaultLifetimes } from "../../rules/lifetimes.ts";
import { createKeyLoader } from "../../rules/signing-keys.ts";
import type { Store } from "../../store.ts";
import { createStoredValue } from "../../stored-value.ts";
import { controlsSchema, defaultControls, toOrgTime } from "./controls.ts";
import { createEventLog } from "./event-log.ts";

const openSignIns = 1000;

/** Not a secret, like the passwords of the demo users. */
export const defaultApiToken = "demo-api-token";

export type DemoOrgOptions = {
  /** Without a trailing slash. Not taken from the Host header, which any client can choose. */
  readonly baseUrl: string;
  readonly store: Store;
  /** For sign-in and sign-out. Not part of the configuration, because these URIs depend on where the page runs. */
  readonly redirectUris: readonly string[];
  /** `store` in a service worker, which has only one browser, and can neither set nor read cookies. */
  readonly sessionCarrier: "cookie" | "store";
  readonly apiToken?: string;
  readonly seed: Configuration;
  readonly clock?: () => number;
};

/** Implements all `Ports` that the rules need. */
export type Org = ReturnType<typeof createOrg>;

export function createOrg({
  baseUrl,
  store,
  redirectUris,
  sessionCarrier,
  apiToken = defaultApiToken,
  seed,
  clock: machineClock = Date.now,
}: DemoOrgOptions) {
  const configuration = createStoredValue(store, "configuration", configurationSchema, seed);
  const controls = createStoredValue(store, "controls", controlsSchema, defaultControls);
  const clock = () => toOrgTime(controls.current().clock, machineClock());
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
    loadConfiguration: configuration.load,
    changeConfiguration: (change: (latest: Configuration) => Configuration) =>
      configuration.change((latest) => applyGroupRules(latest, change(latest))),
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
    lifetimes: () => ({ ...defaultLifetimes, ...controls.current().lifetimes }),
  };
}
