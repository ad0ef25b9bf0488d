import type { ManagementError } from "./management-error.ts";

type ApiProblem =
  | { readonly code: "no_token" }
  | { readonly code: "invalid_token" }
  | { readonly code: "unreadable_body"; readonly reason: string }
  /** Each cause names the field: `name: The field cannot be left blank`. */
  | { readonly code: "invalid"; readonly object: string; readonly causes: readonly string[] }
  | { readonly code: "taken"; readonly object: string; readonly fields: readonly string[] }
  | { readonly code: "not_found"; readonly id: string; readonly type: string }
  | { readonly code: "invalid_search" }
  | { readonly code: "invalid_cursor" }
  | { readonly code: "already_active" }
  | { readonly code: "wrong_user_status" }
  | { readonly code: "delete_forbidden" }
  | { readonly code: "forbidden"; readonly reason: string };

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly problem: ApiProblem;

  constructor(problem: ApiProblem) {
    super(`Management API: ${problem.code}`);
    this.problem = problem;
  }
}

/** Builds the error in Okta's words. Causes add details that Okta's error lacks. @see Okta: Okta API error codes */
export function describeApiProblem(problem: ApiProblem): ManagementError {
  switch (problem.code) {
    case "no_token":
      return refuse(401, "E0000005", "Invalid session", [
        { errorSummary: "The API token is missing. Send the header Authorization: SSWS <token>" },
      ]);
    case "invalid_token":
      return refuse(401, "E0000011", "Invalid token provided", [
        { errorSummary: "This is not the org's API token" },
      ]);
    case "unreadable_body":
      return refuse(400, "E0000003", "The request body was not well-formed.", [
        { errorSummary: problem.reason },
      ]);
    case "invalid":
      return refuseBody(problem.object, problem.causes);
    case "taken":
      return refuseBody(
        problem.object,
        problem.fields.map(
          (field) =>
            `${field}: An object with this field already exists in the current organization`,
        ),
      );
    case "not_found":
      return refuse(
        404,
        "E0000007",
        `Not found: Resource not found: ${problem.id} (${problem.type})`,
      );
    case "invalid_search":
      return refuse(400, "E0000031", "Invalid search criteria.", [
        { errorSummary: "Invalid search syntax." },
      ]);
    case "invalid_cursor":
      return refuse(400, "E0000029", "Invalid paging request.", [
        { errorSummary: "Invalid cursor." },
      ]);
    case "already_active":
      return refuse(403, "E0000016", "Activation failed because the user is already active");
    case "delete_forbidden":
      return refuse(403, "E0000056", "Delete application forbidden.");
    case "wrong_user_status":
      return refuse(403, "E0000038", "This operation is not allowed in the user's current status.");
    case "forbidden":
      return refuse(403, "E0000006", "You do not have permission to perform the requested action", [
        { errorSummary: problem.reason },
      ]);
    default:
      return problem satisfies never;
  }
}

function refuseBody(object: string, causes: readonly string[]): ManagementError {
  return refuse(
    400,
    "E0000001",
    `Api validation failed: ${object}`,
    causes.map((errorSummary) => ({ errorSummary })),
  );
}

function refuse(
  status: ManagementError["status"],
  errorCode: string,
  errorSummary: string,
  errorCauses: ManagementError["errorCauses"] = [],
): ManagementError {
  return { status, errorCode, errorSummary, errorCauses };
}

/** @throws {ApiError} The API token is missing or wrong. @see Okta: Create an API token */
export function checkApiToken(header: string | undefined, apiToken: string): void {
  const token = /^SSWS\s+(\S+)\s*$/i.exec(header ?? "")?.[1];
  if (token === undefined) throw new ApiError({ code: "no_token" });
  if (token !== apiToken) throw new ApiError({ code: "invalid_token" });
}
