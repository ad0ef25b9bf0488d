/** The one type of user that an org has from the start, and the schema of its profiles. */
export const userTypeId = "otydefaultUserTy0h7";
export const userSchemaId = "oscdefaultUserSc0h7";
