import type { Context } from "hono";
import * as v from "valibot";
import type { FederatedClaim } from "../../../model/application.ts";
import { findMistake } from "../../../rules/claims/expression/evaluate-expression.ts";
import { identityEngineLanguage } from "../../../rules/claims/expression/identity-engine-language.ts";
import { findReservedName } from "../../../rules/claims/reserved-claim-names.ts";
import type { EventType } from "../../log/management-events.ts";
import { invalid, refuseCauses } from "../api-error.ts";
import { buildRoutes, type Collection } from "../collection.ts";
import { nameSchema } from "../common-schemas.ts";
import { listRepeated, listReserved } from "../import-problems.ts";
import type { Resource } from "../management-request.ts";
import { parseBody } from "../parse-body.ts";
import { appPath, findApp, listProblemsOfApps, withApp } from "./apps.ts";

const bodySchema = v.object({
  name: nameSchema,
  expression: v.pipe(v.string(), v.nonEmpty()),
});

/** Okta documents no event for these claims. */
const event: EventType = ["application.lifecycle.update", "Update application"];

const collection: Collection<FederatedClaim, v.InferOutput<typeof bodySchema>> = {
  path: `${appPath}/federated-claims/:claimId`,
  type: "FederatedClaim",
  idPrefix: "ofc",
  events: { create: event, replace: event, delete: event },
  itemsOf: (configuration, request) => findApp(configuration, request).federatedClaims,
  withItems: (configuration, federatedClaims, request) =>
    withApp(configuration, request, { federatedClaims }),
  render: (_request, claim) => claim,
  listing: { pageSize: 200 },
  parseBody: parseClaim,
  build: (body, { before, id, now, others }) => {
    if (others.some(({ name }) => name === body.name))
      throw invalid("federatedClaim", [
        "name: An object with this field already exists for this app",
      ]);
    return { id, ...body, created: before?.created ?? now, lastUpdated: now };
  },
};

/** @see Okta: Application Federated Claims API */
export const federatedClaims: Resource = {
  routes: buildRoutes(collection),
  listProblems: listProblemsOfApps((application, place) => [
    ...listRepeated(
      `${place}.federatedClaims`,
      "name",
      application.federatedClaims,
      ({ name }) => name,
    ),
    ...application.federatedClaims.flatMap(({ name, expression }, index) => {
      const mistake = findMistake(expression, identityEngineLanguage);
      return [
        ...listReserved(`${place}.federatedClaims.${index}`, name, "FEDERATED"),
        ...(mistake ? [`${place}.federatedClaims.${index}.expression: ${mistake.message}`] : []),
      ];
    }),
  ]),
};

/** Unverified: that the expression must be valid. The Admin Console's newer editor is reported to check it. */
async function parseClaim(c: Context): Promise<v.InferOutput<typeof bodySchema>> {
  const body = await parseBody(c, bodySchema, "federatedClaim");
  const reserved = findReservedName(body.name, "FEDERATED");
  const mistake = findMistake(body.expression, identityEngineLanguage);
  const causes = [
    ...(reserved === undefined ? [] : [`name: ${reserved}`]),
    ...(mistake === undefined ? [] : [`expression: ${mistake.message}`]),
  ];
  refuseCauses("federatedClaim", causes);
  return body;
}
