import * as v from "valibot";
import { leftBlank } from "./describe-issue.ts";

/** As long as Okta lets a group's name be; of other names unverified, and chosen because lists show them beside those. */
export const longestName = 255;

/**
 * What something is called in lists and choices. Of blanks alone nobody could see it, or choose it (unverified of Okta;
 * chosen for that).
 */
export const nameSchema = v.pipe(
  v.string(),
  v.check((name) => name.trim() !== "", leftBlank),
  v.maxLength(longestName),
);
