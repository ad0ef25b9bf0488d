import * as v from "valibot";
import { wholeNumber } from "../../model/whole-number.ts";
import { timeSchema } from "../management/common-schemas.ts";
import type { ManagementRequest } from "../management/management-request.ts";
import { parseBody } from "../management/parse-body.ts";
import type { Controls } from "../state/controls.ts";

/** Early enough that expiry times computed from it have four-digit years. */
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

export async function setClock(request: ManagementRequest): Promise<Response> {
  const { now, offsetSeconds = 0 } = await parseBody(request.c, clockBodySchema, "clock");
  const clock: Controls["clock"] =
    now === undefined
      ? { kind: "shifted", byMs: offsetSeconds * 1000 }
      : { kind: "frozen", at: now };
  await request.org.controls.change((latest) => ({ ...latest, clock }));
  return sendClock(request);
}

export function sendClock({ c, org }: ManagementRequest): Response {
  const { clock } = org.controls.current();
  return c.json({
    now: new Date(org.clock()).toISOString(),
    frozen: clock?.kind === "frozen",
    offsetSeconds: clock?.kind === "shifted" ? clock.byMs / 1000 : 0,
  });
}
