import type { Application } from "../../model/application.ts";

export type Assurance = {
  readonly acr: string;
  /** The number of required factors; undefined if the org has no factors that are strong enough. */
  readonly factors: 1 | 2 | undefined;
};

/** Every user has a password and a security question. These two factors are not phishing-resistant (`phr`). */
const factorsByAcr: ReadonlyMap<string, Assurance["factors"]> = new Map([
  ["urn:okta:loa:1fa:any", 1],
  ["urn:okta:loa:1fa:pwd", 1],
  ["urn:okta:loa:2fa:any:ifpossible", 2],
  ["urn:okta:loa:2fa:any", 2],
  ["phr", undefined],
  ["phrh", undefined],
]);

/** Unverified: that several values are ignored. @see Okta: Step-up authentication using ACR values */
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
