/** How sure an app asks the org to be of who signs in, by `acr_values`. */
export type Assurance = {
  /** As it was asked for, and as tokens repeat it. */
  readonly acr: string;
  /** Whether a password is enough for it. */
  readonly isMet: boolean;
};

/** That two factors where possible come to one here is because nobody has a second. */
const metByPassword: ReadonlyMap<string, boolean> = new Map([
  ["urn:okta:loa:1fa:any", true],
  ["urn:okta:loa:1fa:pwd", true],
  ["urn:okta:loa:2fa:any:ifpossible", true],
  ["urn:okta:loa:2fa:any", false],
  ["phr", false],
  ["phrh", false],
]);

/**
 * Reads `acr_values`. What Okta does not know either is passed over, as Okta does; several at once are unverified, and
 * taken for one that nobody knows.
 *
 * @returns undefined where nothing is asked for.
 * @see Okta: Step-up authentication using ACR values, "Predefined parameter values"
 */
export function readAssurance(acrValues: string | undefined): Assurance | undefined {
  const isMet = acrValues === undefined ? undefined : metByPassword.get(acrValues);
  return acrValues === undefined || isMet === undefined ? undefined : { acr: acrValues, isMet };
}
