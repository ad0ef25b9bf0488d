export type * from "./demo-org-types.ts";
export { startDemoOrg } from "./start-demo-org.ts";
