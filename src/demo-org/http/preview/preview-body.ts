import * as v from "valibot";

const asked = {
  serverId: v.nullable(v.string()),
  clientId: v.string(),
  scopes: v.array(v.pipe(v.string(), v.regex(/^\S+$/, "A scope can't be empty or contain spaces"))),
};

export const previewSchema = v.variant("grantType", [
  v.object({
    ...asked,
    grantType: v.literal("implicit"),
    responseType: v.picklist(["id_token", "token", "id_token token"]),
    userId: v.string(),
  }),
  v.object({
    ...asked,
    grantType: v.literal("authorization_code"),
    responseType: v.optional(
      v.picklist(["code", "code id_token", "code token", "code id_token token"]),
      "code",
    ),
    userId: v.string(),
  }),
  v.object({ ...asked, grantType: v.literal("client_credentials") }),
]);

export type PreviewQuestion = v.InferOutput<typeof previewSchema>;
export type SignInQuestion = Exclude<PreviewQuestion, { grantType: "client_credentials" }>;
