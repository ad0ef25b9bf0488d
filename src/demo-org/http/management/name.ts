import * as v from "valibot";
import { leftBlank } from "./describe-issue.ts";

/** Okta's limit for a group's name. Unverified for other names; chosen because lists show them together. */
export const longestName = 255;

/**
 * The name of an object. Unverified: that spaces only are refused. Chosen because such a name is invisible in lists.
 */
export const nameSchema = v.pipe(
  v.string(),
  v.check((name) => name.trim() !== "", leftBlank),
  v.maxLength(longestName),
);
