import type { Context } from "hono";
import * as v from "valibot";
import type { Configuration } from "../../../model/configuration.ts";
import { tokenOwner } from "../../../model/token-owner.ts";
import type { TrustedOrigin } from "../../../model/trusted-origin.ts";
import type { Org } from "../../state/org.ts";
import { ApiError } from "../api-error.ts";
import { selectMatching } from "../filter/select-matching.ts";
import { createId } from "../identifiers.ts";
import { link, linkToLifecycle } from "../link.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { nameSchema } from "../name.ts";
import { sendList } from "../paging.ts";
import { readBody } from "../read-body.ts";

const listPath = "/api/v1/trustedOrigins";
const originPath = `${listPath}/:originId`;

/** @see Okta: Trusted Origins API */
export const trustedOriginRoutes: readonly ManagementRoute[] = [
  ["GET", listPath, listOrigins],
  ["POST", listPath, createOrigin],
  ["GET", originPath, readOrigin],
  ["PUT", originPath, replaceOrigin],
  ["DELETE", originPath, deleteOrigin],
  ["POST", `${originPath}/lifecycle/activate`, (request) => setStatus(request, "ACTIVE")],
  ["POST", `${originPath}/lifecycle/deactivate`, (request) => setStatus(request, "INACTIVE")],
];

/** An origin that can be trusted. */
export const originSchema = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.check(
    isOrigin,
    "Must be a scheme and a host, with an optional port, for example https://example.com:8443",
  ),
);

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

/** The origin as browsers serialize it, for comparison with their header. */
function isOrigin(text: string): boolean {
  if (!/^https?:/.test(text) || text.includes("*") || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
}

/** `q` matches any part of a name or an origin. */
function listOrigins(request: ManagementRequest): Response {
  const { c, configuration, org } = request;
  const text = c.req.query("q")?.toLowerCase() ?? "";
  const matching = selectMatching(c, configuration.trustedOrigins, (it) => renderOrigin(org, it));
  const origins = matching.filter(({ name, origin }) =>
    [name, origin].some((it) => it.toLowerCase().includes(text)),
  );
  return sendList(request, origins, (it) => renderOrigin(org, it), {
    pageSize: 20,
    idOf: ({ id }) => id,
  });
}

function readOrigin({ c, configuration, org, param }: ManagementRequest): Response {
  return c.json(renderOrigin(org, findOrigin(configuration, param("originId"))));
}

async function createOrigin({ c, org }: ManagementRequest): Promise<Response> {
  const body = await readOriginBody(c);
  const created = new Date(org.clock()).toISOString();
  const origin: TrustedOrigin = {
    id: createId("tos"),
    ...body,
    status: "ACTIVE",
    created,
    lastUpdated: created,
  };
  await org.changeConfiguration((latest) => {
    checkIsNew(latest, origin);
    const trustedOrigins = [...latest.trustedOrigins, origin];
    return { configuration: { ...latest, trustedOrigins }, result: undefined };
  });
  return c.json(renderOrigin(org, origin));
}

async function replaceOrigin(request: ManagementRequest): Promise<Response> {
  const body = await readOriginBody(request.c);
  return changeOrigin(request, (before) => ({ ...before, ...body }));
}

function setStatus(request: ManagementRequest, status: TrustedOrigin["status"]): Promise<Response> {
  return changeOrigin(request, (before) => ({ ...before, status }));
}

async function deleteOrigin({ c, org, param }: ManagementRequest): Promise<Response> {
  await org.changeConfiguration((latest) => {
    const { id } = findOrigin(latest, param("originId"));
    const trustedOrigins = latest.trustedOrigins.filter((it) => it.id !== id);
    return { configuration: { ...latest, trustedOrigins }, result: undefined };
  });
  return c.body(null, 204);
}

async function changeOrigin(
  { c, org, param }: ManagementRequest,
  change: (before: TrustedOrigin) => TrustedOrigin,
): Promise<Response> {
  const changed = await org.changeConfiguration((latest) => {
    const before = findOrigin(latest, param("originId"));
    const result = { ...change(before), lastUpdated: new Date(org.clock()).toISOString() };
    checkIsNew(latest, result);
    const trustedOrigins = latest.trustedOrigins.map((it) => (it === before ? result : it));
    return { configuration: { ...latest, trustedOrigins }, result };
  });
  return c.json(renderOrigin(org, changed));
}

function readOriginBody(c: Context): Promise<v.InferOutput<typeof bodySchema>> {
  return readBody(c, bodySchema, "trustedOrigin");
}

function findOrigin({ trustedOrigins }: Configuration, id: string): TrustedOrigin {
  const origin = trustedOrigins.find((it) => it.id === id);
  if (!origin) throw new ApiError({ code: "not_found", id, type: "TrustedOrigin" });
  return origin;
}

function checkIsNew({ trustedOrigins }: Configuration, { id, name, origin }: TrustedOrigin): void {
  const others = trustedOrigins.filter((it) => it.id !== id);
  const fields = [
    ...(others.some((it) => it.name === name) ? ["name"] : []),
    ...(others.some((it) => it.origin === origin) ? ["origin"] : []),
  ];
  if (fields.length > 0) throw new ApiError({ code: "taken", object: "trustedOrigin", fields });
}

/** @see Okta: Trusted Origins API, the TrustedOrigin object */
function renderOrigin(
  { baseUrl }: Pick<Org, "baseUrl">,
  { id, name, origin, scopes, status, created, lastUpdated }: TrustedOrigin,
) {
  const self = `${baseUrl}${listPath}/${id}`;
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
