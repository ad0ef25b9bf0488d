import { classicLanguage } from "../claims/expression/classic-language.ts";
import type { Language } from "../claims/expression/environment.ts";
import { notOkta } from "../claims/expression/expression-error.ts";
import { arrayFunctions } from "../claims/expression/functions/array-functions.ts";
import { membershipFunctions } from "../claims/expression/functions/membership-functions.ts";
import { stringFunctions } from "../claims/expression/functions/string-functions.ts";

/** The classic language, limited to attributes of the Okta profile. @see Okta help: Create group rules */
export const groupRuleLanguage: Language = {
  ...classicLanguage,
  title: "Okta's expression language for group rules",
  roots: new Map([["user", { members: undefined, read: ({ user }) => user?.profile }]]),
  functions: new Map([...arrayFunctions, ...membershipFunctions, ...stringFunctions]),
  missingRoots: new Map([
    ...classicLanguage.missingRoots,
    ...notOkta(
      "appuser app org access session",
      "A group rule only knows the user's Okta profile: user.department.",
    ),
  ]),
};
