import * as v from "valibot";
import { groupFilterTypeSchema } from "../../model/claim.ts";
import { findActiveUser, findApplication, findAppUser, listGroups } from "../../model/directory.ts";
import { needsSecondFactor } from "../../rules/authorize/assurance.ts";
import { classicLanguage } from "../../rules/claims/expression/classic-language.ts";
import { tryExpression } from "../../rules/claims/expression/evaluate-expression.ts";
import { identityEngineLanguage } from "../../rules/claims/expression/identity-engine-language.ts";
import { filterGroups } from "../../rules/claims/group-filter.ts";
import { groupRuleLanguage } from "../../rules/groups/group-rule-language.ts";
import { listMethods } from "../../rules/sign-in/credentials.ts";
import { invalid, notFound } from "../management/api-error.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { parseBody } from "../management/parse-body.ts";
import { findUser } from "../management/users/users.ts";
import { findServer } from "../state/server-request.ts";
import { previewClientTokens, previewSchema, previewSignInTokens } from "./preview-tokens.ts";

export const previewRoutes: readonly ManagementRoute[] = [
  ["POST", "/demo/v1/token-preview", previewTokens],
  ["POST", "/demo/v1/expression-check", checkExpression],
  ["POST", "/demo/v1/filter-check", checkFilter],
];

async function previewTokens(request: ManagementRequest): Promise<Response> {
  const { c, org, configuration } = request;
  const question = await parseBody(c, previewSchema, "token preview");
  const { serverId } = question;
  const server = findServer(org, configuration, serverId);
  if (!server) throw notFound(serverId ?? "", "AuthorizationServer");
  const serverRequest = { c, org, configuration, server, serverId };
  if (question.grantType === "client_credentials")
    return c.json(await previewClientTokens(serverRequest, question));
  const user = findActiveUser(configuration, findUser(configuration, question.userId).id);
  if (!user) throw invalid("userId", ["userId: This user is not active and can't sign in"]);
  return c.json(await previewSignInTokens(serverRequest, question, user));
}

const expressionCheckSchema = v.object({
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

/** Sends the expression's value or mistake. `appuser` is null for users who are not assigned to the app. */
async function checkExpression({ c, configuration }: ManagementRequest): Promise<Response> {
  const question = await parseBody(c, expressionCheckSchema, "expression check");
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
  const checked = outcome.kind === "value" ? outcome : { kind: "mistake", ...outcome.mistake };
  return c.json({ language: language.id, ...checked });
}

const filterCheckSchema = v.object({
  filterType: groupFilterTypeSchema,
  value: v.string(),
  userId: v.string(),
  flow: v.optional(v.picklist(["implicit", "code"]), "implicit"),
});

/** Sends the names of the user's groups that match the filter, or the problem with the filter. */
async function checkFilter({ c, configuration }: ManagementRequest): Promise<Response> {
  const question = await parseBody(c, filterCheckSchema, "filter check");
  const { filterType, value, userId, flow } = question;
  const groups = listGroups(configuration, findUser(configuration, userId).id);
  const filtered = filterGroups(groups, filterType, value, flow);
  return c.json("message" in filtered ? { kind: "problem", message: filtered.message } : filtered);
}
