import type { PolicySetUp, RuleSetUp } from "../org-set-up.ts";
import type { ChangeOf, RuleEntry } from "../set-up-change.ts";

export type PolicyChange = ChangeOf<"add_policy" | "add_rule" | "change_policy" | "change_rule">;

const newId = "";

/** Returns a server's access policies after a change, as they apply to the app of the predicted request. */
export function changePolicies(
  change: PolicyChange,
  policies: readonly PolicySetUp[],
): readonly PolicySetUp[] {
  switch (change.kind) {
    case "add_policy": {
      const { name, rule } = change;
      // The new policy is for this app only, but `all` is enough: the prediction is about no other app.
      return [
        ...policies,
        { id: newId, name, isActive: true, clients: "all", rules: [addEntry(rule)] },
      ];
    }
    case "add_rule":
      return replace(policies, change.policy.id, (policy) => ({
        rules: [...policy.rules, addEntry(change.rule)],
      }));
    case "change_policy": {
      const { isActive, client } = change.to;
      return replace(policies, change.policy.id, ({ clients }) => ({
        ...(isActive && { isActive }),
        ...(client && clients !== "all" && { clients: [...clients, client.id] }),
      }));
    }
    case "change_rule":
      return replace(policies, change.policy.id, ({ rules }) => ({
        rules: replace(rules, change.rule.id, (rule) => changeRule(rule, change.to)),
      }));
    default:
      return change satisfies never;
  }
}

function replace<Item extends { id: string }>(
  items: readonly Item[],
  id: string,
  change: (item: Item) => Partial<Item>,
): readonly Item[] {
  return items.map((it) => (it.id === id ? { ...it, ...change(it) } : it));
}

function addEntry(entry: RuleEntry): RuleSetUp {
  return { ...entry, id: newId, isActive: true, people: "everyone" };
}

function changeRule(
  { grantTypes, scopes }: RuleSetUp,
  to: ChangeOf<"change_rule">["to"],
): Partial<RuleSetUp> {
  return {
    ...(to.isActive && { isActive: true }),
    ...(to.grantTypes && { grantTypes: [...grantTypes, ...to.grantTypes] }),
    ...(to.scopes && scopes !== "any" && { scopes: [...scopes, ...to.scopes] }),
    ...(to.people && { people: to.people, excluded: { groups: [], users: [] } }),
  };
}
