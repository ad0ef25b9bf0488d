import { createRandomId } from "../../random-id.ts";
import { invalid } from "../management/api-error.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { parseBody } from "../management/parse-body.ts";
import { faultBodySchema } from "../state/fault.ts";

const path = "/demo/v1/faults";

const mostFaults = 100;

export const faultRoutes: readonly ManagementRoute[] = [
  ["GET", path, ({ c, org }) => c.json(org.controls.read().faults)],
  ["POST", path, addFault],
  ["DELETE", path, deleteFaults],
];

async function addFault({ c, org }: ManagementRequest): Promise<Response> {
  const body = await parseBody(c, faultBodySchema, "fault");
  const fault = { id: createRandomId(), ...body };
  await org.controls.change((latest) => {
    if (latest.faults.length >= mostFaults)
      throw invalid("fault", [
        `body: At most ${mostFaults} faults can wait at a time. Remove them with DELETE ${path}`,
      ]);
    return { controls: { ...latest, faults: [...latest.faults, fault] }, result: undefined };
  });
  return c.json(fault);
}

async function deleteFaults({ c, org }: ManagementRequest): Promise<Response> {
  await org.controls.change((latest) => ({
    controls: { ...latest, faults: [] },
    result: undefined,
  }));
  return c.body(null, 204);
}
