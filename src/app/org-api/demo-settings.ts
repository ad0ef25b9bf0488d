import * as v from "valibot";

/** The demo org's own settings, which Okta doesn't have. */
export const demoSettingsPath = "/demo/v1/settings";

export const demoSettingsSchema = v.object({ codeFlowIdToken: v.picklist(["fat", "thin"]) });
