import type { ApiCall } from "../api/api-call.ts";
import { type Application, applicationSchema } from "../api/okta-objects.ts";
import { type OutdatedCheck, useOutdatedCheck } from "../api/use-outdated-check.ts";
import { buildApplicationPath, replaceApplication } from "./application-calls.ts";

/**
 * Whether an app has been changed elsewhere since it was read: each of its forms sends all of it.
 *
 * @param rebuild The form's change of the app as another of its forms has left it.
 */
export function useOutdatedApplication(
  application: Application,
  rebuild: (application: Application) => ApiCall,
  onOutdated: () => void,
): OutdatedCheck {
  return useOutdatedCheck({
    path: buildApplicationPath(application.id),
    schema: applicationSchema,
    object: application,
    sendBack: (it) => replaceApplication(it, it),
    rebuild,
    onOutdated,
  });
}
