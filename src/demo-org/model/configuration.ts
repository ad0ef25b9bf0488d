import * as v from "valibot";
import { applicationSchema } from "./application.ts";
import { customServerSchema } from "./custom-server.ts";
import { groupSchema, membershipSchema } from "./group.ts";
import { groupRuleSchema } from "./group-rule.ts";
import { trustedOriginSchema } from "./trusted-origin.ts";
import { userSchema } from "./user.ts";
import { deriveUserSchema, userSchemaSchema } from "./user-schema.ts";

export const codeFlowIdTokenSchema = v.picklist(["fat", "thin"]);

const storedSchema = v.object({
  orgId: v.string(),
  userSchema: v.exactOptional(userSchemaSchema),
  users: v.array(userSchema),
  groups: v.array(groupSchema),
  memberships: v.array(membershipSchema),
  groupRules: v.optional(v.array(groupRuleSchema), []),
  applications: v.array(applicationSchema),
  customServers: v.array(customServerSchema),
  trustedOrigins: v.optional(v.array(trustedOriginSchema), []),
  /** The default. Orgs that were created before 2025 have `thin`. @see Okta: API Access Management */
  codeFlowIdToken: v.optional(codeFlowIdTokenSchema, "fat"),
});

export const configurationSchema = v.pipe(
  storedSchema,
  v.transform(({ userSchema: known, ...others }) => ({
    ...others,
    userSchema: known ?? deriveUserSchema(others.users.map(({ profile }) => profile)),
  })),
);

export type Configuration = v.InferOutput<typeof configurationSchema>;
