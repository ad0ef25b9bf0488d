import type { UserSchema } from "../model/user-schema.ts";

/** Claims of the `profile` scope that Okta's base profile lacks. @see OpenID Connect Core 1.0 §5.1 */
export const userSchema: UserSchema = {
  custom: {
    picture: { title: "Picture", type: "string", format: "uri" },
    website: { title: "Website", type: "string", format: "uri" },
    gender: { title: "Gender", type: "string" },
    birthdate: { title: "Birthdate", type: "string" },
  },
};
