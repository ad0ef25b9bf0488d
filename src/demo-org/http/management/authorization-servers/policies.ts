import * as v from "valibot";
import type { AccessPolicy } from "../../../model/custom-server.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import { createCollection, nameEvents } from "../collection.ts";
import { nameSchema, statusSchema, withNullsAsMissing } from "../common-schemas.ts";
import { link, linkToLifecycle } from "../link.ts";
import { partIn } from "../part.ts";
import { byPriority } from "./priority.ts";
import { authorizationServers, serverPath } from "./servers.ts";

export const policyPath = `${serverPath}/policies/:policyId`;

/** A policy without conditions applies to no client. @see okta/terraform-provider-okta: recorded responses */
const bodySchema = withNullsAsMissing(
  v.object({
    type: v.optional(v.literal("OAUTH_AUTHORIZATION_POLICY")),
    name: nameSchema,
    description: v.exactOptional(v.string()),
    status: v.exactOptional(statusSchema),
    priority: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    conditions: v.optional(
      v.object({
        clients: v.optional(v.object({ include: v.optional(v.array(v.string()), []) }), {}),
      }),
      {},
    ),
  }),
);

export const policies = createCollection<AccessPolicy, typeof bodySchema>({
  path: policyPath,
  type: "AuthorizationServerPolicy",
  target: [({ name }) => name, "Policy"],
  idPrefix: "00p",
  events: nameEvents("policy.lifecycle", "policy"),
  items: partIn(authorizationServers, "policies"),
  body: bodySchema,
  object: "policy",
  build: ({ type: _type, ...body }, { before, stamps }) => {
    const { priority = Number.POSITIVE_INFINITY, status = "ACTIVE", rules = [] } = before ?? {};
    return { priority, status, rules, ...stamps, ...body };
  },
  references: ({ conditions: { clients } }, { applications }) => {
    const clientIds = applications.map(({ credentials }) => credentials.oauthClient.client_id);
    return [
      ["client", "conditions.clients.include", clients.include, ["ALL_CLIENTS", ...clientIds]],
    ];
  },
  order: byPriority,
  lifecycle: {},
  render: ({ rules: _rules, ...policy }, { self }) => {
    const { created = defaultCreatedAt, lastUpdated = created } = policy;
    return {
      ...policy,
      type: "OAUTH_AUTHORIZATION_POLICY",
      system: false,
      created,
      lastUpdated,
      _links: {
        self: link(self, "GET", "PUT", "DELETE"),
        rules: link(`${self}/rules`, "GET"),
        ...linkToLifecycle(self, policy.status),
      },
    };
  },
});
