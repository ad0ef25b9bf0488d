import * as v from "valibot";
import { type Application, authenticationPolicySchema } from "../../model/application.ts";
import { codeFlowIdTokenSchema } from "../../model/configuration.ts";
import { findActiveUser } from "../../model/directory.ts";
import { wholeNumber } from "../../model/whole-number.ts";
import { createRandomId } from "../../random-id.ts";
import { chosenLifetimesSchema } from "../../rules/lifetimes.ts";
import { invalid } from "../management/api-error.ts";
import { apps, changeApp } from "../management/apps/apps.ts";
import { timeSchema } from "../management/common-schemas.ts";
import type {
  ManagementHandler,
  ManagementRequest,
  ManagementRoute,
} from "../management/management-request.ts";
import { parseBody, parseJsonBody } from "../management/parse-body.ts";
import { loadSession } from "../sessions/sessions.ts";
import { type Controls, defaultControls } from "../state/controls.ts";
import { faultBodySchema } from "../state/fault.ts";
import { parseOrgFile, writeOrgFile } from "./org-file.ts";

const configurationPath = "/demo/v1/configuration";
const clockPath = "/demo/v1/clock";
const lifetimesPath = "/demo/v1/lifetimes";
const faultsPath = "/demo/v1/faults";
const settingsPath = "/demo/v1/settings";
const policyPath = "/demo/v1/apps/:appId/authentication-policy";

/** The demo org's own API for tests. Its token and error format are those of the Management API. */
export const controlRoutes: readonly ManagementRoute[] = [
  ["GET", configurationPath, ({ c, configuration }) => c.json(writeOrgFile(configuration))],
  ["PUT", configurationPath, replaceConfiguration],
  ["DELETE", configurationPath, resetOrg],
  ["GET", clockPath, sendClock],
  ["PUT", clockPath, setClock],
  ["DELETE", clockPath, resetControl("clock")],
  ["GET", lifetimesPath, ({ c, org }) => c.json(org.controls.current().lifetimes)],
  ["PUT", lifetimesPath, setLifetimes],
  ["DELETE", lifetimesPath, resetControl("lifetimes")],
  ["GET", faultsPath, ({ c, org }) => c.json(org.controls.current().faults)],
  ["POST", faultsPath, addFault],
  ["DELETE", faultsPath, resetControl("faults")],
  ["GET", "/demo/v1/session", sendSession],
  ["GET", settingsPath, sendSettings],
  ["PUT", settingsPath, changeSettings],
  ["GET", policyPath, (request) => sendPolicy(request, apps.find(request.configuration, request))],
  ["PUT", policyPath, changePolicy],
];

async function replaceConfiguration({ c, org }: ManagementRequest): Promise<Response> {
  const file = parseOrgFile(await parseJsonBody(c));
  if (file.kind === "broken") throw invalid("configuration", file.causes);
  await org.changeConfiguration(() => file.configuration);
  return c.json(writeOrgFile(file.configuration));
}

async function resetOrg({ c, org }: ManagementRequest): Promise<Response> {
  await org.reset();
  return c.body(null, 204);
}

function resetControl(name: keyof Controls): ManagementHandler {
  return async ({ c, org }) => {
    await org.controls.change((latest) => ({ ...latest, [name]: defaultControls[name] }));
    return c.body(null, 204);
  };
}

/** The latest time of the org's clock. Expiry times computed from this time still have four-digit years. */
const latestTime = Date.UTC(9000, 0, 1);
const hundredYears = 100 * 365 * 24 * 60 * 60;

const wrongTime = "Must be an ISO 8601 time after 1970, for example 2026-01-01T00:00:00Z";

const clockBodySchema = v.pipe(
  v.strictObject({
    now: v.exactOptional(
      v.pipe(timeSchema(wrongTime), v.minValue(0, wrongTime), v.maxValue(latestTime, wrongTime)),
    ),
    offsetSeconds: v.exactOptional(
      wholeNumber(
        -hundredYears,
        hundredYears,
        "Must be a whole number of seconds, within 100 years",
      ),
    ),
  }),
  v.check(
    ({ now, offsetSeconds }) => (now === undefined) !== (offsetSeconds === undefined),
    "Send either now or offsetSeconds",
  ),
);

async function setClock(request: ManagementRequest): Promise<Response> {
  const { now, offsetSeconds = 0 } = await parseBody(request.c, clockBodySchema, "clock");
  const clock: Controls["clock"] =
    now === undefined
      ? { kind: "shifted", byMs: offsetSeconds * 1000 }
      : { kind: "frozen", at: now };
  await request.org.controls.change((latest) => ({ ...latest, clock }));
  return sendClock(request);
}

function sendClock({ c, org }: ManagementRequest): Response {
  const { clock } = org.controls.current();
  return c.json({
    now: new Date(org.clock()).toISOString(),
    frozen: clock?.kind === "frozen",
    offsetSeconds: clock?.kind === "shifted" ? clock.byMs / 1000 : 0,
  });
}

/** Lifetimes can be shorter than a policy allows, so that tests needn't wait. */
async function setLifetimes({ c, org }: ManagementRequest): Promise<Response> {
  const lifetimes = await parseBody(c, chosenLifetimesSchema, "lifetimes");
  await org.controls.change((latest) => ({ ...latest, lifetimes }));
  return c.json(lifetimes);
}

const mostFaults = 100;

async function addFault({ c, org }: ManagementRequest): Promise<Response> {
  const fault = { id: createRandomId(), ...(await parseBody(c, faultBodySchema, "fault")) };
  await org.controls.change((latest) => {
    if (latest.faults.length >= mostFaults)
      throw invalid("fault", [
        `body: At most ${mostFaults} faults can wait at a time. Remove them with DELETE ${faultsPath}`,
      ]);
    return { ...latest, faults: [...latest.faults, fault] };
  });
  return c.json(fault);
}

/** Without a session, Okta's `GET /api/v1/sessions/me` returns 404, which browsers log as an error. */
async function sendSession({ c, org, configuration }: ManagementRequest): Promise<Response> {
  const session = await loadSession(c, org);
  const user = session && findActiveUser(configuration, session.userId);
  return c.json({ login: user?.profile.login ?? null });
}

const settingsSchema = v.strictObject({ codeFlowIdToken: codeFlowIdTokenSchema });

function sendSettings({ c, configuration }: ManagementRequest): Response {
  return c.json({ codeFlowIdToken: configuration.codeFlowIdToken });
}

async function changeSettings({ c, org }: ManagementRequest): Promise<Response> {
  const settings = await parseBody(c, settingsSchema, "settings");
  await org.changeConfiguration((latest) => ({ ...latest, ...settings }));
  return c.json(settings);
}

/** At Okta, apps are assigned to an access policy. Here, the policy is a setting of the app. */
const policySchema = v.strictObject({ authenticationPolicy: authenticationPolicySchema });

async function changePolicy(request: ManagementRequest): Promise<Response> {
  const body = await parseBody(request.c, policySchema, "authenticationPolicy");
  return sendPolicy(request, await changeApp(request, body));
}

function sendPolicy(
  { c }: ManagementRequest,
  { authenticationPolicy = "password_only" }: Application,
): Response {
  return c.json({ authenticationPolicy });
}
