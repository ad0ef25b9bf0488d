import * as v from "valibot";
import type { Configuration } from "../../../model/configuration.ts";
import type { AccessPolicy } from "../../../model/custom-server.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import { describeNamed } from "../../log/path-targets.ts";
import { buildRoutes, type Collection, findById, replaceById } from "../collection.ts";
import { nameSchema } from "../common-schemas.ts";
import { listIdProblems } from "../import-problems.ts";
import { link, linkToLifecycle } from "../link.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { parseBody } from "../parse-body.ts";
import {
  checkReferences,
  listUnknownReferences,
  type Reference,
  refersToClients,
} from "../references.ts";
import { byPriority } from "./priority.ts";
import {
  findServer,
  listProblemsOfServers,
  serverPath,
  serversPath,
  withServer,
} from "./servers.ts";

const path = `${serverPath}/policies`;
export const policyPath = `${path}/:policyId`;

const noClients = { clients: { include: [] } };

/** A policy without conditions applies to no client. @see okta/terraform-provider-okta: recorded responses */
const bodySchema = v.object({
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

const collection: Collection<AccessPolicy, v.InferOutput<typeof bodySchema>> = {
  path: policyPath,
  type: "AuthorizationServerPolicy",
  idPrefix: "00p",
  events: {
    create: ["policy.lifecycle.create", "Create policy"],
    replace: ["policy.lifecycle.update", "Update policy"],
    delete: ["policy.lifecycle.delete", "Delete policy"],
    activate: ["policy.lifecycle.activate", "Activate policy"],
    deactivate: ["policy.lifecycle.deactivate", "Deactivate policy"],
  },
  itemsOf: (configuration, request) => findServer(configuration, request).policies,
  withItems: (configuration, policies, request) => withServer(configuration, request, { policies }),
  render: renderPolicy,
  parseBody: (c) => parseBody(c, bodySchema, "policy"),
  checkBody: ({ conditions }, latest) => checkReferences(listReferences(conditions, latest)),
  build: ({ name, description, conditions, ...body }, { before, id, now }) => {
    const { description: _before, ...unchanged } = before ?? createPolicy(id, now);
    return {
      ...unchanged,
      name,
      ...(typeof description === "string" && { description }),
      priority: body.priority ?? unchanged.priority,
      status: body.status ?? unchanged.status,
      lastUpdated: now,
      conditions,
    };
  },
  order: byPriority,
  setStatus: (before, status) => ({ ...before, status }),
};

export const policies: Resource = {
  routes: buildRoutes(collection),
  target: describeNamed("policies", "Policy", ({ customServers }) =>
    customServers.flatMap((server) => server.policies),
  ),
  listProblems: listProblemsOfServers((server, place, configuration) => [
    ...listIdProblems(`${place}.policies`, server.policies),
    ...server.policies.flatMap(({ conditions }, index) =>
      listUnknownReferences(
        `${place}.policies.${index}`,
        listReferences(conditions, configuration),
      ),
    ),
  ]),
};

function createPolicy(id: string, created: string): AccessPolicy {
  return {
    id,
    name: "",
    priority: Number.POSITIVE_INFINITY,
    status: "ACTIVE",
    created,
    conditions: noClients,
    rules: [],
  };
}

function listReferences(
  { clients }: AccessPolicy["conditions"],
  configuration: Configuration,
): readonly Reference[] {
  const field = { field: "conditions.clients.include", values: clients.include };
  return [refersToClients(field, configuration)];
}

export function findPolicy(configuration: Configuration, request: ManagementRequest): AccessPolicy {
  const { policies } = findServer(configuration, request);
  return findById(policies, request.param("policyId"), collection.type);
}

export function withPolicy(
  configuration: Configuration,
  request: ManagementRequest,
  change: Partial<AccessPolicy>,
): Configuration {
  const { policies } = findServer(configuration, request);
  const policy = { ...findPolicy(configuration, request), ...change };
  return withServer(configuration, request, { policies: replaceById(policies, policy) });
}

function renderPolicy({ org, param }: ManagementRequest, policy: AccessPolicy) {
  const { id, name, description, priority, status, conditions } = policy;
  const { created = defaultCreatedAt, lastUpdated = created } = policy;
  const self = `${org.baseUrl}${serversPath}/${param("serverId")}/policies/${id}`;
  return {
    id,
    type: "OAUTH_AUTHORIZATION_POLICY",
    status,
    name,
    ...(description !== undefined && { description }),
    priority,
    system: false,
    conditions,
    created,
    lastUpdated,
    _links: {
      self: link(self, "GET", "PUT", "DELETE"),
      rules: link(`${self}/rules`, "GET"),
      ...linkToLifecycle(self, status),
    },
  };
}
