/** Clauses that the prediction and the diagnosis share. They complete “There are no groups, because …”. */
export const neverInOrgAccessToken = "org access tokens never carry them";
export const withoutGroupsScope = "you didn’t request the groups scope";
