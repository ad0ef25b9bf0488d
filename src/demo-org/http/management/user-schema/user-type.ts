/** Okta's default user type, with the schema of its profiles. */
export const userTypeId = "otydefaultUserTy0h7";
export const userSchemaId = "oscdefaultUserSc0h7";
