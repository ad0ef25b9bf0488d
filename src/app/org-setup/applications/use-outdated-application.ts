import type { ApiCall } from "../api/api-call.ts";
import { type Application, applicationSchema } from "../api/okta-objects.ts";
import { buildApplicationPath } from "../api/paths.ts";
import { type OutdatedCheck, useOutdatedCheck } from "../api/use-outdated-check.ts";
import { replaceApplication } from "./application-calls.ts";

/** Each form of an app sends the whole app. @param rebuild Builds the form's call for the app as another form saved it. */
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
