import { ApiError } from "../management/api-error.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { readBody } from "../management/read-body.ts";
import { createRandomId } from "../random-id.ts";
import { faultBodySchema } from "./fault.ts";

const path = "/demo/v1/faults";

/** Each request is held against all of them. */
const mostFaults = 100;

/**
 * Delay and error for the next requests, one at a time and in the order in which they were asked for.
 *
 * - `GET /demo/v1/faults`: those that still wait for a request, each with its `id` and how many `times` are left.
 * - `POST /demo/v1/faults` with `{path, times?, delayMs?, status?, body?, error?, errorDescription?}`: one more. `path`
 *   is below the org's address, and means what lies below it too; a star in it stands for any characters but a slash.
 *   `times` is 1 where it is left out, `delayMs` at most 30,000. `status` (400 to 599) is sent with `body` or in Okta's
 *   error shape; `error` as OAuth has it: by redirect from `/authorize`, as JSON elsewhere.
 * - `DELETE /demo/v1/faults`: nothing goes wrong any longer.
 */
export const faultRoutes: readonly ManagementRoute[] = [
  ["GET", path, ({ c, org }) => c.json(org.controls.read().faults)],
  ["POST", path, addFault],
  ["DELETE", path, forgetFaults],
];

async function addFault({ c, org }: ManagementRequest): Promise<Response> {
  const asked = await readBody(c, faultBodySchema, "fault");
  const fault = { id: createRandomId(), ...asked };
  await org.controls.change((latest) => {
    if (latest.faults.length >= mostFaults)
      throw new ApiError({
        code: "invalid",
        object: "fault",
        causes: [
          `body: At most ${mostFaults} faults can wait at a time. Remove them with DELETE ${path}`,
        ],
      });
    return { controls: { ...latest, faults: [...latest.faults, fault] }, result: undefined };
  });
  return c.json(fault);
}

async function forgetFaults({ c, org }: ManagementRequest): Promise<Response> {
  await org.controls.change((latest) => ({
    controls: { ...latest, faults: [] },
    result: undefined,
  }));
  return c.body(null, 204);
}
