import * as v from "valibot";
import { groupFilterTypeSchema } from "../../model/claim.ts";
import { findActiveUser, listGroups } from "../../model/directory.ts";
import { filterGroups } from "../../rules/claims/group-filter.ts";
import { invalid, notFound } from "../management/api-error.ts";
import type { ManagementRequest, ManagementRoute } from "../management/management-request.ts";
import { parseBody } from "../management/parse-body.ts";
import { findUser } from "../management/users/users.ts";
import { findServer } from "../state/server-request.ts";
import { checkExpression } from "./check-expression.ts";
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

const filterCheckSchema = v.object({
  filterType: groupFilterTypeSchema,
  value: v.string(),
  userId: v.string(),
  flow: v.optional(v.picklist(["implicit", "code"]), "implicit"),
});

/** Sends the names of the user's groups that match, or why there are none. */
async function checkFilter({ c, configuration }: ManagementRequest): Promise<Response> {
  const question = await parseBody(c, filterCheckSchema, "filter check");
  const { filterType, value, userId, flow } = question;
  const groups = listGroups(configuration, findUser(configuration, userId).id);
  const filtered = filterGroups(groups, filterType, value, flow);
  return c.json("message" in filtered ? { kind: "problem", message: filtered.message } : filtered);
}
