/** Users' permission for an attribute of their own profile. */
type SelfAction = "HIDE" | "READ_ONLY" | "READ_WRITE";

type BaseAttribute = {
  readonly title: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly required?: true;
  readonly self: SelfAction;
};

const nameRules = { required: true, minLength: 1, maxLength: 50, self: "READ_WRITE" } as const;

/** All values are strings. @see okta/terraform-provider-okta: recorded `GET /api/v1/meta/schemas/user/default` */
export const baseAttributes: Readonly<Record<string, BaseAttribute>> = {
  login: { title: "Username", required: true, minLength: 5, maxLength: 100, self: "READ_ONLY" },
  firstName: { title: "First name", ...nameRules },
  lastName: { title: "Last name", ...nameRules },
  middleName: { title: "Middle name", self: "READ_ONLY" },
  honorificPrefix: { title: "Honorific prefix", self: "READ_ONLY" },
  honorificSuffix: { title: "Honorific suffix", self: "READ_ONLY" },
  email: { title: "Primary email", required: true, format: "email", self: "READ_WRITE" },
  title: { title: "Title", self: "READ_ONLY" },
  displayName: { title: "Display name", self: "READ_ONLY" },
  nickName: { title: "Nickname", self: "READ_ONLY" },
  profileUrl: { title: "Profile Url", format: "uri", self: "READ_ONLY" },
  secondEmail: { title: "Secondary email", format: "email", self: "READ_WRITE" },
  mobilePhone: { title: "Mobile phone", maxLength: 100, self: "READ_WRITE" },
  primaryPhone: { title: "Primary phone", maxLength: 100, self: "HIDE" },
  streetAddress: { title: "Street address", self: "HIDE" },
  city: { title: "City", self: "HIDE" },
  state: { title: "State", self: "HIDE" },
  zipCode: { title: "Zip code", self: "HIDE" },
  countryCode: { title: "Country code", format: "country-code", self: "HIDE" },
  postalAddress: { title: "Postal Address", self: "HIDE" },
  preferredLanguage: { title: "Preferred language", format: "language-code", self: "READ_ONLY" },
  locale: { title: "Locale", format: "locale", self: "READ_ONLY" },
  timezone: { title: "Time zone", format: "timezone", self: "READ_ONLY" },
  userType: { title: "User type", self: "READ_ONLY" },
  employeeNumber: { title: "Employee number", self: "READ_WRITE" },
  costCenter: { title: "Cost center", self: "READ_ONLY" },
  organization: { title: "Organization", self: "READ_ONLY" },
  division: { title: "Division", self: "READ_ONLY" },
  department: { title: "Department", self: "READ_ONLY" },
  managerId: { title: "ManagerId", self: "READ_ONLY" },
  manager: { title: "Manager", self: "READ_ONLY" },
};
