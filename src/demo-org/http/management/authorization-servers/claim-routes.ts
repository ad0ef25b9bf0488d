import * as v from "valibot";
import type { Claim } from "../../../model/claim.ts";
import type { CustomServer } from "../../../model/custom-server.ts";
import { ApiError } from "../api-error.ts";
import { createId } from "../identifiers.ts";
import { link } from "../link.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { readBody } from "../read-body.ts";
import { changeSystemClaim, parseClaim } from "./claim-body.ts";
import {
  changeServer,
  findById,
  findNamedServer,
  replaceById,
  serverPath,
  serversPath,
} from "./find-server.ts";

const claimsPath = `${serverPath}/claims`;
const claimPath = `${claimsPath}/:claimId`;

/** @see Okta: Authorization Servers API, "Claims" */
export const claimRoutes: readonly ManagementRoute[] = [
  ["GET", claimsPath, listServerClaims],
  ["POST", claimsPath, createClaim],
  ["GET", claimPath, readClaim],
  ["PUT", claimPath, replaceClaim],
  ["DELETE", claimPath, deleteClaim],
];

function renderClaim({ org, param }: ManagementRequest, claim: Claim) {
  const { id, name, status, claimType, valueType, conditions, system } = claim;
  const self = `${org.baseUrl}${serversPath}/${param("serverId")}/claims/${id}`;
  return {
    id,
    name,
    status,
    claimType,
    valueType,
    ...(claim.valueType !== "SYSTEM" && { value: claim.value }),
    conditions,
    system,
    alwaysIncludeInToken: claim.alwaysIncludeInToken,
    apiResourceId: null,
    ...(claim.valueType === "GROUPS" && { group_filter_type: claim.group_filter_type }),
    _links: { self: link(self, "GET", "PUT", "DELETE") },
  };
}

function listServerClaims(request: ManagementRequest): Response {
  const { claims } = findNamedServer(request);
  return request.c.json(claims.map((claim) => renderClaim(request, claim)));
}

function readClaim(request: ManagementRequest): Response {
  return request.c.json(renderClaim(request, findClaim(findNamedServer(request), request)));
}

async function createClaim(request: ManagementRequest): Promise<Response> {
  const body = await readBody(request.c, v.unknown(), "claim");
  const claim = await changeServer(request, (server) => {
    const result = parseClaim(body, createId("ocl"), server);
    return { server: { ...server, claims: [...server.claims, result] }, result };
  });
  return request.c.json(renderClaim(request, claim), 201);
}

async function replaceClaim(request: ManagementRequest): Promise<Response> {
  const body = await readBody(request.c, v.unknown(), "claim");
  const claim = await changeServer(request, (server) => {
    const before = findClaim(server, request);
    const result = before.system
      ? changeSystemClaim(before, body)
      : parseClaim(body, before.id, server);
    return { server: { ...server, claims: replaceById(server.claims, result) }, result };
  });
  return request.c.json(renderClaim(request, claim));
}

async function deleteClaim(request: ManagementRequest): Promise<Response> {
  await changeServer(request, (server) => {
    const { id, system } = findClaim(server, request);
    if (system)
      throw new ApiError({ code: "forbidden", reason: "System claims can't be deleted." });
    const claims = server.claims.filter((it) => it.id !== id);
    return { server: { ...server, claims }, result: undefined };
  });
  return request.c.body(null, 204);
}

function findClaim({ claims }: CustomServer, { param }: ManagementRequest): Claim {
  return findById(claims, param("claimId"), "OAuth2Claim");
}
