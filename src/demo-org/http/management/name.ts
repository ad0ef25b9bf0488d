import * as v from "valibot";
import { leftBlank } from "./describe-issue.ts";

/** Okta's limit for a group's name. Unverified for other names. */
export const longestName = 255;

/** Unverified: that a name of spaces is refused. Lists couldn't show it. */
export const nameSchema = v.pipe(
  v.string(),
  v.check((name) => name.trim() !== "", leftBlank),
  v.maxLength(longestName),
);
