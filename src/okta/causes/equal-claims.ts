import type { ClaimSetUp } from "../org-set-up.ts";
import type { Exclusion } from "./exclusion.ts";

type Described = Pick<ClaimSetUp, "id" | "name" | "token"> & {
  kind: Exclusion["kind"];
  problem: string;
};

/** Names the claims whose changes are as small as the change of this claim, and what is wrong with them. */
export function nameEqualClaims(named: Exclusion, exclusions: readonly Exclusion[]): string {
  const claim = describe(named);
  if (!claim) return "";
  const others = exclusions
    .flatMap((it) => describe(it) ?? [])
    // A claim is listed again if its value has a problem, too.
    .filter(({ id }, index, all) => all.findIndex((it) => it.id === id) === index)
    .filter(({ id }) => id !== claim.id);
  const also = ({ kind }: Described) => (kind === claim.kind ? ", too" : "");
  const sameToken = others.filter(({ token }) => token === claim.token);
  // The other token's claims have their own causes, except for a claim with the same problem.
  const otherToken = others.filter(
    ({ token, kind }) => token !== claim.token && kind === claim.kind,
  );
  return [
    ...sameToken.map((it) => `The claim ${it.name} ${it.problem}${also(it)}.`),
    ...(sameToken.length > 0 ? ["One change is enough."] : []),
    ...otherToken.map((it) => {
      const token = it.token === "id_token" ? "ID token" : "access token";
      return `The ${token}’s claim ${it.name} ${it.problem}${also(it)}.`;
    }),
  ].join(" ");
}

function describe(exclusion: Exclusion): Described | undefined {
  const { kind } = exclusion;
  switch (kind) {
    case "inactive":
    case "scope":
    case "not_always": {
      const { claim } = exclusion;
      const problems = {
        inactive: "is disabled",
        scope: `needs the scope ${claim.scopes.join(" or ")}`,
        not_always: "isn’t set to Always",
      };
      return { ...claim, kind, problem: problems[kind] };
    }
    case "value":
    case "other": {
      const { claim } = exclusion;
      const problem = kind === "value" ? "lists none of the user’s groups" : "is not a list";
      return claim.of === "server" ? { ...claim, kind, problem } : undefined;
    }
    default:
      return undefined;
  }
}
