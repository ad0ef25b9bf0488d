import * as v from "valibot";
import { findApplication, findAppUser, listGroups } from "../../model/directory.ts";
import { needsSecondFactor } from "../../rules/authorize/assurance.ts";
import { classicLanguage } from "../../rules/claims/expression/classic-language.ts";
import { tryExpression } from "../../rules/claims/expression/evaluate-expression.ts";
import { identityEngineLanguage } from "../../rules/claims/expression/identity-engine-language.ts";
import { groupRuleLanguage } from "../../rules/groups/group-rule-language.ts";
import { listMethods } from "../../rules/sign-in/credentials.ts";
import { notFound } from "../management/api-error.ts";
import type { ManagementRequest } from "../management/management-request.ts";
import { parseBody } from "../management/parse-body.ts";
import { findUser } from "../management/users/users.ts";

const questionSchema = v.object({
  expression: v.string(),
  clientId: v.optional(v.string(), ""),
  userId: v.nullable(v.string()),
  scopes: v.optional(v.array(v.string()), []),
  flow: v.optional(v.picklist(["implicit", "code"]), "implicit"),
  place: v.optional(v.picklist(["claim", "federated claim", "group rule"]), "claim"),
});

const languages = {
  claim: classicLanguage,
  "federated claim": identityEngineLanguage,
  "group rule": groupRuleLanguage,
} as const;

/** Sends the value or the mistake. `appuser` is null for users who are not assigned to the app. */
export async function checkExpression({ c, configuration }: ManagementRequest): Promise<Response> {
  const question = await parseBody(c, questionSchema, "expression check");
  const { expression, clientId, userId, scopes, flow, place } = question;
  const application = findApplication(configuration, clientId);
  if (!application && place !== "group rule") throw notFound(clientId, "PublicClientApp");
  const user = userId === null ? undefined : findUser(configuration, userId);
  const context = {
    user,
    ...(application && {
      appUser: user && findAppUser(configuration, application, user),
      application,
    }),
    groups: user ? listGroups(configuration, user.id) : [],
    scopes: new Set(scopes),
    flow,
    amr: user && application ? listMethods(needsSecondFactor(application, undefined)) : [],
  };
  const language = languages[place];
  const outcome = tryExpression(expression, context, language);
  const answer = outcome.kind === "value" ? outcome : { kind: "mistake", ...outcome.mistake };
  return c.json({ language: language.id, ...answer });
}
