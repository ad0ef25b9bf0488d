import * as v from "valibot";
import { leftBlank } from "./describe-issue.ts";

/**
 * What something is called in lists and choices. Of blanks alone nobody could see it, or choose it (unverified of Okta;
 * chosen for that).
 */
export const nameSchema = v.pipe(
  v.string(),
  v.check((name) => name.trim() !== "", leftBlank),
);
