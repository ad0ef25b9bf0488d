import * as v from "valibot";
import { tokenOwner } from "../../../model/token-owner.ts";
import type { TrustedOrigin } from "../../../model/trusted-origin.ts";
import { describeNamed } from "../../log/path-targets.ts";
import { taken } from "../api-error.ts";
import { buildRoutes, type Collection } from "../collection.ts";
import { nameSchema } from "../common-schemas.ts";
import { listIdProblems, listIssues } from "../import-problems.ts";
import { link, linkToLifecycle } from "../link.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { parseBody } from "../parse-body.ts";

const path = "/api/v1/trustedOrigins";

const originSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check(
    isOrigin,
    "Must be a scheme and a host, with an optional port, for example https://example.com:8443",
  ),
);

function isOrigin(text: string): boolean {
  if (!/^https?:/.test(text) || text.includes("*") || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
}

const bodySchema = v.object({
  name: nameSchema,
  origin: originSchema,
  scopes: v.pipe(
    v.array(
      v.object({
        type: v.picklist(
          ["CORS", "REDIRECT"],
          "Must be CORS or REDIRECT: the demo org's pages can't be framed",
        ),
      }),
    ),
    v.nonEmpty(),
  ),
});

const collection: Collection<TrustedOrigin, v.InferOutput<typeof bodySchema>> = {
  path: `${path}/:originId`,
  type: "TrustedOrigin",
  idPrefix: "tos",
  events: {
    create: ["security.trusted_origin.create", "Create trusted origin"],
    replace: ["security.trusted_origin.update", "Update trusted origin"],
    delete: ["security.trusted_origin.delete", "Delete trusted origin"],
    activate: ["security.trusted_origin.activate", "Activate trusted origin"],
    deactivate: ["security.trusted_origin.deactivate", "Deactivate trusted origin"],
  },
  itemsOf: ({ trustedOrigins }) => trustedOrigins,
  withItems: (configuration, trustedOrigins) => ({ ...configuration, trustedOrigins }),
  render: renderOrigin,
  listing: {
    pageSize: 20,
    q: { match: "part", of: ({ name, origin }) => [name, origin] },
    hasFilter: true,
  },
  createdStatus: 200,
  parseBody: (c) => parseBody(c, bodySchema, "trustedOrigin"),
  build: (body, { before, id, now, others }) => {
    const fields = (["name", "origin"] as const).filter((field) =>
      others.some((it) => it[field] === body[field]),
    );
    if (fields.length > 0) throw taken("trustedOrigin", fields);
    const { status = "ACTIVE", created = now } = before ?? {};
    return { id, ...body, status, created, lastUpdated: now };
  },
  setStatus: (before, status, now) => ({ ...before, status, lastUpdated: now }),
  sendStatus: (request, origin) => request.c.json(renderOrigin(request, origin)),
};

/** @see Okta: Trusted Origins API */
export const trustedOrigins: Resource = {
  routes: buildRoutes(collection),
  target: describeNamed("trustedOrigins", "TrustedOrigin", (it) => it.trustedOrigins),
  listProblems: (configuration) => [
    ...listIdProblems("trustedOrigins", configuration.trustedOrigins),
    ...configuration.trustedOrigins.flatMap(({ origin }, index) =>
      listIssues(`trustedOrigins.${index}.origin`, origin, originSchema),
    ),
  ],
};

function renderOrigin(
  { org }: ManagementRequest,
  { id, name, origin, scopes, status, created, lastUpdated }: TrustedOrigin,
) {
  const self = `${org.baseUrl}${path}/${id}`;
  return {
    id,
    name,
    origin,
    scopes,
    status,
    created,
    createdBy: tokenOwner.id,
    lastUpdated,
    lastUpdatedBy: tokenOwner.id,
    _links: { self: link(self, "GET", "PUT", "DELETE"), ...linkToLifecycle(self, status) },
  };
}
