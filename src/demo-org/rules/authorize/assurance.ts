import type { Application } from "../../model/application.ts";

export type Assurance = {
  readonly acr: string;
  /** The number of factors; undefined if the org has none that are strong enough. */
  readonly factors: 1 | 2 | undefined;
};

/** Every user has a security question, so two factors are always possible. They are not phishing-resistant. */
const factorsByAcr: ReadonlyMap<string, Assurance["factors"]> = new Map([
  ["urn:okta:loa:1fa:any", 1],
  ["urn:okta:loa:1fa:pwd", 1],
  ["urn:okta:loa:2fa:any:ifpossible", 2],
  ["urn:okta:loa:2fa:any", 2],
  ["phr", undefined],
  ["phrh", undefined],
]);

/** Unverified: several values at once. @see Okta: Step-up authentication using ACR values */
export function parseAssurance(acrValues: string | undefined): Assurance | undefined {
  if (acrValues === undefined || !factorsByAcr.has(acrValues)) return undefined;
  return { acr: acrValues, factors: factorsByAcr.get(acrValues) };
}

export function needsSecondFactor(
  { authenticationPolicy }: Pick<Application, "authenticationPolicy">,
  assurance: Assurance | undefined,
): boolean {
  return authenticationPolicy === "any_two_factors" || assurance?.factors === 2;
}
