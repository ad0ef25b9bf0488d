import * as v from "valibot";
import { groupFilterTypeSchema } from "../../model/claim.ts";
import type { Configuration } from "../../model/configuration.ts";
import { findActiveUser, listGroups } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import { filterGroups } from "../../rules/claims/group-filter.ts";
import { invalid, notFound } from "../management/api-error.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { parseBody } from "../management/parse-body.ts";
import { findUser } from "../management/users/users.ts";
import { findServer, type ServerRequest } from "../state/server-request.ts";
import { checkExpression, expressionCheckSchema } from "./check-expression.ts";
import { previewClientTokens, previewSchema, previewSignInTokens } from "./preview-tokens.ts";

export const previewRoutes: readonly ManagementRoute[] = [
  ["POST", "/demo/v1/token-preview", handleTokenPreview],
  ["POST", "/demo/v1/expression-check", handleExpressionCheck],
  ["POST", "/demo/v1/filter-check", handleFilterCheck],
];

async function handleTokenPreview(request: ManagementRequest): Promise<Response> {
  const { c } = request;
  const question = await parseBody(c, previewSchema, "token preview");
  const serverRequest = describeServer(request, question.serverId);
  const preview =
    question.grantType === "client_credentials"
      ? await previewClientTokens(serverRequest, question)
      : await previewSignInTokens(serverRequest, question, findPerson(request, question.userId));
  return c.json(preview);
}

async function handleExpressionCheck({ c, configuration }: ManagementRequest): Promise<Response> {
  const question = await parseBody(c, expressionCheckSchema, "expression check");
  return c.json(checkExpression(configuration, question));
}

async function handleFilterCheck({ c, configuration }: ManagementRequest): Promise<Response> {
  const question = await parseBody(c, filterCheckSchema, "filter check");
  return c.json(checkFilter(configuration, question));
}

function describeServer(
  { c, org, configuration }: ManagementRequest,
  serverId: string | null,
): ServerRequest {
  const server = findServer(org, configuration, serverId);
  if (!server) throw notFound(serverId ?? "", "AuthorizationServer");
  return { c, org, configuration, server, serverId };
}

function findPerson({ configuration }: ManagementRequest, userId: string): User {
  const { id } = findUser(configuration, userId);
  const user = findActiveUser(configuration, id);
  if (!user) throw invalid("userId", ["userId: This user is not active and can't sign in"]);
  return user;
}

const filterCheckSchema = v.object({
  filterType: groupFilterTypeSchema,
  value: v.string(),
  userId: v.string(),
  flow: v.optional(v.picklist(["implicit", "code"]), "implicit"),
});

type FilterCheck =
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "problem"; readonly message: string }
  | { readonly kind: "too_many" };

function checkFilter(
  configuration: Configuration,
  { filterType, value, userId, flow }: v.InferOutput<typeof filterCheckSchema>,
): FilterCheck {
  const { id } = findUser(configuration, userId);
  const filtered = filterGroups(listGroups(configuration, id), filterType, value, flow);
  return "message" in filtered ? { kind: "problem", message: filtered.message } : filtered;
}
