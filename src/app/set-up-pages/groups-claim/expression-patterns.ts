type Pattern = { readonly title: string; readonly expression: string };

/** @see Okta Expression Language, "Group functions"; Okta Support: Can we retrieve both Active Directory and Okta groups */
export const expressionPatterns = {
  classic: [
    {
      title: "All groups, imported ones too",
      expression: "user.getGroups({'group.type': {'OKTA_GROUP', 'APP_GROUP', 'BUILT_IN'}}).![name]",
    },
    {
      title: "Groups with a prefix",
      expression: "user.getGroups({'group.profile.name': 'IT', 'operator': 'STARTS_WITH'}).![name]",
    },
    {
      title: "Groups of an allowlist in the app’s profile",
      expression: 'getFilteredGroups(app.profile.groupallowlist, "group.name", 100)',
    },
    { title: "A role from a group", expression: 'isMemberOfGroupName("IT") ? "admin" : "user"' },
    {
      title: "Two sources in one list, also when one is empty",
      expression:
        'Arrays.flatten(Groups.startsWith("OKTA", "IT", 50) ?: {}, Groups.startsWith("active_directory", "", 50) ?: {})',
    },
  ],
  "identity-engine": [
    {
      title: "All groups, imported ones too",
      expression:
        "user.getGroups({'group.type': {'OKTA_GROUP', 'APP_GROUP', 'BUILT_IN'}}).![profile.name]",
    },
    {
      title: "Groups with a prefix",
      expression:
        "user.getGroups({'group.profile.name': 'IT', 'operator': 'STARTS_WITH'}).![profile.name]",
    },
    {
      title: "A role from a group",
      expression:
        "user.isMemberOf({'group.profile.name': 'IT', 'operator': 'EXACT'}) ? 'admin' : 'user'",
    },
    { title: "An attribute in capitals", expression: "user.profile.department.toUpperCase()" },
  ],
  "group-rule": [
    { title: "Everyone in a department", expression: 'user.department == "IT"' },
    {
      title: "Everyone with an email address of a domain",
      expression: 'String.stringContains(user.email, "@example.com")',
    },
    { title: "Members of another group", expression: 'isMemberOfGroupName("IT")' },
  ],
} satisfies Record<string, readonly Pattern[]>;
