import * as v from "valibot";
import { tokenOwner } from "../../../model/token-owner.ts";
import type { TrustedOrigin } from "../../../model/trusted-origin.ts";
import { createCollection, nameEvents } from "../collection.ts";
import { nameSchema } from "../common-schemas.ts";
import { listIssues } from "../import-problems.ts";
import { link, linkToLifecycle } from "../link.ts";
import { partIn, wholeOrg } from "../part.ts";

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

/** @see Okta: Trusted Origins API */
export const trustedOrigins = createCollection<TrustedOrigin, typeof bodySchema>({
  path: "/api/v1/trustedOrigins/:originId",
  type: "TrustedOrigin",
  target: [({ name }) => name],
  idPrefix: "tos",
  events: nameEvents("security.trusted_origin", "trusted origin"),
  items: partIn(wholeOrg, "trustedOrigins"),
  listing: {
    pageSize: 20,
    q: { match: "part", of: ({ name, origin }) => [name, origin] },
    filterOn: () => ({}),
  },
  createdStatus: 200,
  body: bodySchema,
  object: "trustedOrigin",
  build: (body, { before, stamps }) => ({ status: "ACTIVE", ...before, ...stamps, ...body }),
  unique: [
    ["name", ({ name }) => name],
    ["origin", ({ origin }) => origin],
  ],
  listProblems: ({ origin }) => listIssues("origin", origin, originSchema),
  lifecycle: { render: renderOrigin },
  render: renderOrigin,
});

function renderOrigin(origin: TrustedOrigin, { self }: { readonly self: string }) {
  return {
    ...origin,
    createdBy: tokenOwner.id,
    lastUpdatedBy: tokenOwner.id,
    _links: { self: link(self, "GET", "PUT", "DELETE"), ...linkToLifecycle(self, origin.status) },
  };
}
