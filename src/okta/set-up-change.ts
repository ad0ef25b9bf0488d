import type { FilterType } from "./filter-types.ts";
import type { AppSetUp, ClaimSetUp, RuleSetUp } from "./org-set-up.ts";

export type Named = { id: string; name: string };

export function pickName({ id, name }: Named): Named {
  return { id, name };
}

export function nameApp({ id, label }: AppSetUp): Named {
  return { id, name: label };
}

export type ClaimValueEntry =
  | { kind: "filter"; type: FilterType; value: string }
  | { kind: "expression"; expression: string };

export type ClaimEntry = Pick<ClaimSetUp, "name" | "token" | "isActive" | "isAlways" | "scopes"> & {
  value: ClaimValueEntry;
};

export type RuleEntry = Pick<RuleSetUp, "name" | "grantTypes" | "scopes">;

/** A call that lets a user sign in again. @see Okta: User Lifecycle API */
export type ActivationStep = "activate" | "unsuspend";

/** One change of an org's set-up. The page applies it to the demo org, or writes it down for other orgs. */
export type SetUpChange =
  | {
      kind: "set_app_groups_claim";
      app: Named;
      name: string;
      value: ClaimValueEntry;
      /** The app has such a claim, with another value. */
      isReplacement?: true;
    }
  | {
      kind: "change_app";
      app: Named;
      to: {
        isActive?: true;
        /** Added to those that the app has. */
        grantTypes?: readonly string[];
        responseTypes?: readonly string[];
        redirectUris?: readonly string[];
        profile?: Readonly<Record<string, string | readonly string[]>>;
      };
    }
  | { kind: "assign_user"; app: Named; user: Named }
  | { kind: "add_to_group"; user: Named; group: Named }
  | { kind: "activate_user"; user: Named; step: ActivationStep }
  | { kind: "activate_server"; server: Named }
  | { kind: "add_scope"; server: Named; scope: string }
  | { kind: "add_claim"; server: Named; claim: ClaimEntry }
  | { kind: "change_claim"; server: Named; claim: Named; to: Partial<ClaimEntry> }
  | { kind: "add_policy"; server: Named; app: Named; name: string; rule: RuleEntry }
  | { kind: "add_rule"; server: Named; policy: Named; rule: RuleEntry }
  | {
      kind: "change_policy";
      server: Named;
      policy: Named;
      to: {
        isActive?: true;
        /** Allowed beside the clients that the policy has: an app, named by its client ID. */
        client?: Named;
      };
    }
  | {
      kind: "change_rule";
      server: Named;
      policy: Named;
      rule: Named;
      to: {
        isActive?: true;
        /** Added to those that the rule has. */
        grantTypes?: readonly string[];
        scopes?: readonly string[];
        /** Every user who is assigned to the app: without exclusions. */
        people?: "everyone";
      };
    };

export type ChangeOf<Kind extends SetUpChange["kind"]> = Extract<SetUpChange, { kind: Kind }>;

export function changeClaim(
  server: Named,
  claim: Named,
  to: ChangeOf<"change_claim">["to"],
): SetUpChange {
  return { kind: "change_claim", server: pickName(server), claim: pickName(claim), to };
}

/** A function for each kind of change. */
type ByKind<Result> = {
  [Kind in SetUpChange["kind"]]: (change: ChangeOf<Kind>) => Result;
};

export function matchKind<Result>(change: SetUpChange, cases: ByKind<Result>): Result {
  // Of a table and a union, TypeScript doesn't see that both have the same kind.
  return cases[change.kind](change as never);
}
