import type { Configuration } from "../../model/configuration.ts";
import type { PathTarget } from "../log/path-targets.ts";
import type { ManagementRoute } from "./management-request.ts";

/** A part of the Management API. */
export type Resource = {
  readonly routes: readonly ManagementRoute[];
  /** How the System Log names the resource's objects. */
  readonly target?: PathTarget;
  /** Lists what is wrong with the resource's objects in an imported org: `groups.3.profile.name: …`. */
  readonly listProblems?: (configuration: Configuration) => readonly string[];
};
