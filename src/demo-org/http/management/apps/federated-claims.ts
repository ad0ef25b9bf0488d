import type { Context } from "hono";
import * as v from "valibot";
import type { Application, FederatedClaim } from "../../../model/application.ts";
import { findMistake } from "../../../rules/claims/expression/evaluate-expression.ts";
import { identityEngineLanguage } from "../../../rules/claims/expression/identity-engine-language.ts";
import { findReservedName } from "../../../rules/claims/reserved-claim-names.ts";
import { ApiError } from "../api-error.ts";
import { createId } from "../identifiers.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { nameSchema } from "../name.ts";
import { sendList } from "../paging.ts";
import { readBody } from "../read-body.ts";
import { appPath, changeApp, findNamedApp } from "./find-app.ts";

const claimsPath = `${appPath}/federated-claims`;
const claimPath = `${claimsPath}/:claimId`;

/** @see Okta: Application Federated Claims API */
export const federatedClaimRoutes: readonly ManagementRoute[] = [
  ["GET", claimsPath, listClaims],
  ["POST", claimsPath, createClaim],
  ["GET", claimPath, readClaim],
  ["PUT", claimPath, replaceClaim],
  ["DELETE", claimPath, deleteClaim],
];

const bodySchema = v.object({
  name: nameSchema,
  expression: v.pipe(v.string(), v.nonEmpty()),
});

function listClaims(request: ManagementRequest): Response {
  const { federatedClaims } = findNamedApp(request);
  return sendList(request, federatedClaims, (claim) => claim, {
    pageSize: 200,
    idOf: ({ id }) => id,
  });
}

function readClaim(request: ManagementRequest): Response {
  return request.c.json(findClaim(findNamedApp(request), request.param("claimId")));
}

async function createClaim(request: ManagementRequest): Promise<Response> {
  const { c, org } = request;
  const body = await readClaimBody(c);
  const created = new Date(org.clock()).toISOString();
  const claim: FederatedClaim = { id: createId("ofc"), ...body, created, lastUpdated: created };
  await changeApp(request, (before) => {
    checkNameIsFree(before, claim);
    return { ...before, federatedClaims: [...before.federatedClaims, claim] };
  });
  return c.json(claim, 201);
}

async function replaceClaim(request: ManagementRequest): Promise<Response> {
  const { c, org, param } = request;
  const body = await readClaimBody(c);
  const lastUpdated = new Date(org.clock()).toISOString();
  const application = await changeApp(request, (before) => {
    const claim = { ...findClaim(before, param("claimId")), ...body, lastUpdated };
    checkNameIsFree(before, claim);
    const federatedClaims = before.federatedClaims.map((it) => (it.id === claim.id ? claim : it));
    return { ...before, federatedClaims };
  });
  return c.json(findClaim(application, param("claimId")));
}

async function deleteClaim(request: ManagementRequest): Promise<Response> {
  await changeApp(request, (before) => {
    const { id } = findClaim(before, request.param("claimId"));
    return { ...before, federatedClaims: before.federatedClaims.filter((it) => it.id !== id) };
  });
  return request.c.body(null, 204);
}

/**
 * Unlike in claims of authorization servers, the expression must be valid. Unverified; chosen because the newer editor
 * of Okta's Admin Console is reported to refuse unknown functions.
 */
async function readClaimBody(c: Context): Promise<v.InferOutput<typeof bodySchema>> {
  const body = await readBody(c, bodySchema, "federatedClaim");
  const reserved = findReservedName(body.name, "FEDERATED");
  const mistake = findMistake(body.expression, identityEngineLanguage);
  const causes = [
    ...(reserved === undefined ? [] : [`name: ${reserved}`]),
    ...(mistake === undefined ? [] : [`expression: ${mistake.message}`]),
  ];
  if (causes.length > 0) throw new ApiError({ code: "invalid", object: "federatedClaim", causes });
  return body;
}

function findClaim({ federatedClaims }: Application, id: string): FederatedClaim {
  const claim = federatedClaims.find((it) => it.id === id);
  if (!claim) throw new ApiError({ code: "not_found", id, type: "FederatedClaim" });
  return claim;
}

function checkNameIsFree({ federatedClaims }: Application, { id, name }: FederatedClaim): void {
  if (federatedClaims.some((it) => it.id !== id && it.name === name))
    throw new ApiError({
      code: "invalid",
      object: "federatedClaim",
      causes: ["name: An object with this field already exists for this app"],
    });
}
