import * as v from "valibot";
import type { FederatedClaim } from "../../../model/application.ts";
import { findMistake } from "../../../rules/claims/expression/evaluate-expression.ts";
import { identityEngineLanguage } from "../../../rules/claims/expression/identity-engine-language.ts";
import { createCollection } from "../collection.ts";
import { nameSchema } from "../common-schemas.ts";
import { listReserved } from "../import-problems.ts";
import type { EventType } from "../management-request.ts";
import { partIn } from "../part.ts";
import { appPath, apps } from "./apps.ts";

const bodySchema = v.object({
  name: nameSchema,
  expression: v.pipe(v.string(), v.nonEmpty()),
});

/** Okta documents no event for these claims. */
const event: EventType = ["application.lifecycle.update", "Update application"];

/** @see Okta: Application Federated Claims API */
export const federatedClaims = createCollection<FederatedClaim, typeof bodySchema>({
  path: `${appPath}/federated-claims/:claimId`,
  type: "FederatedClaim",
  idPrefix: "ofc",
  events: { create: event, replace: event, delete: event },
  items: partIn(apps, "federatedClaims"),
  listing: { pageSize: 200 },
  body: bodySchema,
  object: "federatedClaim",
  build: (body, { stamps }) => ({ ...stamps, ...body }),
  unique: [["name", ({ name }) => name]],
  /** Unverified: that the expression must be valid. The Admin Console's newer editor is reported to check it. */
  listProblems: ({ name, expression }) => {
    const mistake = findMistake(expression, identityEngineLanguage);
    return [
      ...listReserved(name, "FEDERATED"),
      ...(mistake ? [`expression: ${mistake.message}`] : []),
    ];
  },
  render: (claim) => claim,
});
