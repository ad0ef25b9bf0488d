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

/** An API call that lets a user sign in again. @see Okta: User Lifecycle API */
export type ActivationStep = "activate" | "unsuspend";

/** A change of an org's set-up. The page applies the change to the demo org, or shows instructions for other orgs. */
export type SetUpChange =
  | {
      kind: "set_app_groups_claim";
      app: Named;
      name: string;
      value: ClaimValueEntry;
      /** Set if the app already has this claim with another value. */
      isReplacement?: true;
    }
  | {
      kind: "change_app";
      app: Named;
      to: {
        isActive?: true;
        /** Grant types that are added to the grant types of the app. */
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
        /** An app, by client ID, that is added to the policy's clients. */
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
        /** Grant types that are added to the grant types of the rule. */
        grantTypes?: readonly string[];
        scopes?: readonly string[];
        /** Every user who is assigned to the app, without exclusions. */
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
  // TypeScript can't infer that the selected function accepts this kind of change.
  return cases[change.kind](change as never);
}
