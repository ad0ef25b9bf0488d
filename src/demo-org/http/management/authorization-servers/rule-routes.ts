import type { AccessPolicy, PolicyRule } from "../../../model/custom-server.ts";
import { createId } from "../identifiers.ts";
import type { ManagementRequest, ManagementRoute } from "../management-request.ts";
import { readBody } from "../read-body.ts";
import { findById, replaceById } from "./find-server.ts";
import { renderRule } from "./policy-answers.ts";
import { changePolicy, findNamedPolicy, policyPath } from "./policy-routes.ts";
import { placeAt, sortByPriority, takeOut } from "./priority.ts";
import { checkRule, ruleBodySchema } from "./rule-body.ts";

const rulesPath = `${policyPath}/rules`;
const rulePath = `${rulesPath}/:ruleId`;

/** @see Okta: Authorization Servers API, "Rules" */
export const ruleRoutes: readonly ManagementRoute[] = [
  ["GET", rulesPath, listRules],
  ["POST", rulesPath, createRule],
  ["GET", rulePath, readRule],
  ["PUT", rulePath, replaceRule],
  ["DELETE", rulePath, deleteRule],
  ["POST", `${rulePath}/lifecycle/activate`, (request) => setStatus(request, "ACTIVE")],
  ["POST", `${rulePath}/lifecycle/deactivate`, (request) => setStatus(request, "INACTIVE")],
];

function listRules(request: ManagementRequest): Response {
  const rules = sortByPriority(findNamedPolicy(request).rules);
  return request.c.json(rules.map((rule) => renderRule(request, rule)));
}

function readRule(request: ManagementRequest): Response {
  return request.c.json(renderRule(request, findRule(findNamedPolicy(request), request)));
}

async function createRule(request: ManagementRequest): Promise<Response> {
  const body = await readBody(request.c, ruleBodySchema, "rule");
  const created = new Date(request.org.clock()).toISOString();
  const rule = await changePolicy(request, (policy, server, latest) => {
    const added: PolicyRule = {
      id: createId("0pr"),
      priority: 0,
      status: body.status ?? "ACTIVE",
      created,
      lastUpdated: created,
      ...checkRule(body, server, latest),
    };
    const { entries, placed } = placeAt(policy.rules, added, body.priority ?? undefined);
    return { policy: { ...policy, rules: entries }, result: placed };
  });
  return request.c.json(renderRule(request, rule), 201);
}

async function replaceRule(request: ManagementRequest): Promise<Response> {
  const body = await readBody(request.c, ruleBodySchema, "rule");
  const rule = await changePolicy(request, (policy, server, latest) => {
    const before = findRule(policy, request);
    const changed: PolicyRule = {
      ...before,
      ...checkRule(body, server, latest),
      status: body.status ?? before.status,
      lastUpdated: new Date(request.org.clock()).toISOString(),
    };
    const { entries, placed } = placeAt(policy.rules, changed, body.priority ?? before.priority);
    return { policy: { ...policy, rules: entries }, result: placed };
  });
  return request.c.json(renderRule(request, rule));
}

async function deleteRule(request: ManagementRequest): Promise<Response> {
  await changePolicy(request, (policy) => {
    const { id } = findRule(policy, request);
    return { policy: { ...policy, rules: takeOut(policy.rules, id) }, result: undefined };
  });
  return request.c.body(null, 204);
}

async function setStatus(
  request: ManagementRequest,
  status: PolicyRule["status"],
): Promise<Response> {
  await changePolicy(request, (policy) => {
    const rule = { ...findRule(policy, request), status };
    return { policy: { ...policy, rules: replaceById(policy.rules, rule) }, result: undefined };
  });
  return request.c.body(null, 204);
}

function findRule({ rules }: AccessPolicy, { param }: ManagementRequest): PolicyRule {
  return findById(rules, param("ruleId"), "AuthorizationServerPolicyRule");
}
