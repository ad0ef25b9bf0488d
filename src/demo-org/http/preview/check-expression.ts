import * as v from "valibot";
import type { Configuration } from "../../model/configuration.ts";
import { findApplication, findAppUser, listGroups } from "../../model/directory.ts";
import { needsSecondFactor } from "../../rules/authorize/assurance.ts";
import type { JsonValue } from "../../rules/claims/claims-context.ts";
import { classicLanguage } from "../../rules/claims/expression/classic-language.ts";
import type { Language } from "../../rules/claims/expression/environment.ts";
import {
  type ExpressionMistake,
  tryExpression,
} from "../../rules/claims/expression/evaluate-expression.ts";
import { identityEngineLanguage } from "../../rules/claims/expression/identity-engine-language.ts";
import { groupRuleLanguage } from "../../rules/groups/group-rule-language.ts";
import { listMethods } from "../../rules/sign-in/credentials.ts";
import { notFound } from "../management/api-error.ts";
import { findUser } from "../management/users/users.ts";

export const expressionCheckSchema = v.object({
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

type ExpressionCheck = {
  readonly language: Language["id"];
} & (
  | {
      readonly kind: "value";
      readonly value: JsonValue;
    }
  | ({ readonly kind: "mistake" } & ExpressionMistake)
);

/** `appuser` is null for users who are not assigned to the app. @throws {ApiError} The app or user doesn't exist. */
export function checkExpression(
  configuration: Configuration,
  {
    expression,
    clientId,
    userId,
    scopes,
    flow,
    place,
  }: v.InferOutput<typeof expressionCheckSchema>,
): ExpressionCheck {
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
  return outcome.kind === "value"
    ? { language: language.id, ...outcome }
    : { language: language.id, kind: "mistake", ...outcome.mistake };
}
