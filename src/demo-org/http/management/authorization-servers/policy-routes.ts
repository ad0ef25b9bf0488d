import * as v from "valibot";
import type { AccessPolicy } from "../../../model/custom-server.ts";
import { createId } from "../identifiers.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { nameSchema } from "../name.ts";
import { readBody } from "../read-body.ts";
import { checkClientsExist } from "./check-references.ts";
import { changeServer, findById, findNamedServer, replaceById, serverPath } from "./find-server.ts";
import { renderPolicy } from "./policy-answers.ts";
import { placeAt, sortByPriority, takeOut } from "./priority.ts";

const policiesPath = `${serverPath}/policies`;
export const policyPath = `${policiesPath}/:policyId`;

/** @see Okta: Authorization Servers API, "Policies" */
export const policyRoutes: readonly ManagementRoute[] = [
  ["GET", policiesPath, listPolicies],
  ["POST", policiesPath, createPolicy],
  ["GET", policyPath, readPolicy],
  ["PUT", policyPath, replacePolicy],
  ["DELETE", policyPath, deletePolicy],
  ["POST", `${policyPath}/lifecycle/activate`, (request) => setStatus(request, "ACTIVE")],
  ["POST", `${policyPath}/lifecycle/deactivate`, (request) => setStatus(request, "INACTIVE")],
];

const noClients = { clients: { include: [] } };

/**
 * A policy without conditions can be created, and applies to no client. @see okta/terraform-provider-okta: recorded
 * answers
 */
const policyBodySchema = v.object({
  type: v.optional(v.literal("OAUTH_AUTHORIZATION_POLICY")),
  name: nameSchema,
  description: v.nullish(v.string()),
  status: v.optional(v.picklist(["ACTIVE", "INACTIVE"])),
  priority: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1))),
  conditions: v.nullish(
    v.object({
      clients: v.nullish(
        v.object({ include: v.nullish(v.array(v.string()), []) }),
        noClients.clients,
      ),
    }),
    noClients,
  ),
});

/** The policy in a path, on the server in the path. */
export function findNamedPolicy(request: ManagementRequest): AccessPolicy {
  return findPolicy(findNamedServer(request).policies, request);
}

/** Changes the policy in a path. */
export function changePolicy<T>(
  request: ManagementRequest,
  change: (
    policy: AccessPolicy,
    ...rest: Parameters<Parameters<typeof changeServer>[1]>
  ) => { readonly policy: AccessPolicy; readonly result: T },
): Promise<T> {
  return changeServer(request, (server, latest) => {
    const before = findPolicy(server.policies, request);
    const { policy, result } = change(before, server, latest);
    return { server: { ...server, policies: replaceById(server.policies, policy) }, result };
  });
}

function listPolicies(request: ManagementRequest): Response {
  const policies = sortByPriority(findNamedServer(request).policies);
  return request.c.json(policies.map((policy) => renderPolicy(request, policy)));
}

function readPolicy(request: ManagementRequest): Response {
  return request.c.json(renderPolicy(request, findNamedPolicy(request)));
}

async function createPolicy(request: ManagementRequest): Promise<Response> {
  const body = await readBody(request.c, policyBodySchema, "policy");
  const created = new Date(request.org.clock()).toISOString();
  const policy = await changeServer(request, (server, latest) => {
    checkClientsExist(latest, body.conditions.clients.include, "conditions.clients.include");
    const { name, description, conditions, status = "ACTIVE" } = body;
    const added: AccessPolicy = {
      id: createId("00p"),
      name,
      ...(typeof description === "string" && { description }),
      priority: 0,
      status,
      created,
      lastUpdated: created,
      conditions,
      rules: [],
    };
    const { entries, placed } = placeAt(server.policies, added, body.priority ?? undefined);
    return { server: { ...server, policies: entries }, result: placed };
  });
  return request.c.json(renderPolicy(request, policy), 201);
}

async function replacePolicy(request: ManagementRequest): Promise<Response> {
  const body = await readBody(request.c, policyBodySchema, "policy");
  const policy = await changeServer(request, (server, latest) => {
    checkClientsExist(latest, body.conditions.clients.include, "conditions.clients.include");
    const { description: _before, ...before } = findPolicy(server.policies, request);
    const { name, description, conditions, status = before.status } = body;
    const changed: AccessPolicy = {
      ...before,
      name,
      ...(typeof description === "string" && { description }),
      status,
      conditions,
      lastUpdated: new Date(request.org.clock()).toISOString(),
    };
    const priority = body.priority ?? before.priority;
    const { entries, placed } = placeAt(server.policies, changed, priority);
    return { server: { ...server, policies: entries }, result: placed };
  });
  return request.c.json(renderPolicy(request, policy));
}

async function deletePolicy(request: ManagementRequest): Promise<Response> {
  await changeServer(request, (server) => {
    const { id } = findPolicy(server.policies, request);
    return { server: { ...server, policies: takeOut(server.policies, id) }, result: undefined };
  });
  return request.c.body(null, 204);
}

async function setStatus(
  request: ManagementRequest,
  status: AccessPolicy["status"],
): Promise<Response> {
  await changePolicy(request, (policy) => ({ policy: { ...policy, status }, result: undefined }));
  return request.c.body(null, 204);
}

function findPolicy(policies: readonly AccessPolicy[], { param }: ManagementRequest): AccessPolicy {
  return findById(policies, param("policyId"), "AuthorizationServerPolicy");
}
