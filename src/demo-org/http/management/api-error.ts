import type { Context } from "hono";

type Status = 400 | 401 | 403 | 404 | 405 | 413;

/** An error with Okta's code and summary. `causes` add details that Okta's lack. @see Okta: Okta API error codes */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: Status;
  readonly errorCode: string;
  readonly causes: readonly string[];

  constructor(
    status: Status,
    errorCode: string,
    errorSummary: string,
    causes: readonly string[] = [],
  ) {
    super(errorSummary);
    this.status = status;
    this.errorCode = errorCode;
    this.causes = causes;
  }
}

export function sendApiError(
  c: Context,
  { status, errorCode, message: errorSummary, causes }: ApiError,
): Response {
  c.header("Cache-Control", "no-store");
  return c.json(renderError(errorCode, errorSummary, causes), status);
}

/** Returns the JSON body of an error. @see Okta: Okta API error codes */
export function renderError(
  errorCode: string,
  errorSummary: string,
  causes: readonly string[] = [],
) {
  const errorId = `oae${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`;
  const errorCauses = causes.map((cause) => ({ errorSummary: cause }));
  return { errorCode, errorSummary, errorLink: errorCode, errorId, errorCauses };
}

/** @see Okta: Okta API error codes, E0000022; RFC 9110 §15.5.6 */
export function sendUnsupportedMethod(c: Context, allowed: readonly string[]): Response {
  c.header("Allow", allowed.join(", "));
  const summary = "The endpoint does not support the provided HTTP method";
  const cause = `Allowed methods: ${allowed.join(", ")}`;
  return sendApiError(c, new ApiError(405, "E0000022", summary, [cause]));
}

/** @param causes Each starts with the field's name: `name: The field cannot be left blank`. */
export function invalid(object: string, causes: readonly string[]): ApiError {
  return new ApiError(400, "E0000001", `Api validation failed: ${object}`, causes);
}

export function refuseCauses(object: string, causes: readonly string[]): void {
  if (causes.length > 0) throw invalid(object, causes);
}

export function taken(object: string, fields: readonly string[]): ApiError {
  const why = "An object with this field already exists in the current organization";
  return invalid(
    object,
    fields.map((field) => `${field}: ${why}`),
  );
}

export function unreadableBody(reason: string): ApiError {
  return new ApiError(400, "E0000003", "The request body was not well-formed.", [
    `body: ${reason}`,
  ]);
}

export function notFound(id: string, type: string): ApiError {
  return new ApiError(404, "E0000007", `Not found: Resource not found: ${id} (${type})`);
}

export function forbidden(reason: string): ApiError {
  const summary = "You do not have permission to perform the requested action";
  return new ApiError(403, "E0000006", summary, [reason]);
}

export function invalidToken(causes: readonly string[] = []): ApiError {
  return new ApiError(401, "E0000011", "Invalid token provided", causes);
}

export function invalidSearch(): ApiError {
  return new ApiError(400, "E0000031", "Invalid search criteria.", ["Invalid search syntax."]);
}

export function invalidCursor(): ApiError {
  return new ApiError(400, "E0000029", "Invalid paging request.", ["Invalid cursor."]);
}

/** The two spaces are Okta's. @see Okta: Okta API error codes, E0000021; recorded at a token endpoint that got JSON */
export function unsupportedMediaType(): ApiError {
  return new ApiError(
    400,
    "E0000021",
    "Bad request.  Accept and/or Content-Type headers likely do not match supported values.",
  );
}

/** @throws {ApiError} The API token is missing or wrong. @see Okta: Create an API token */
export function checkApiToken(header: string | undefined, apiToken: string): void {
  const token = findApiToken(header);
  if (token === undefined)
    throw new ApiError(401, "E0000005", "Invalid session", [
      "The API token is missing. Send the header Authorization: SSWS <token>",
    ]);
  if (token !== apiToken) throw invalidToken(["This is not the org's API token"]);
}

export function findApiToken(header = ""): string | undefined {
  return /^SSWS\s+(\S+)\s*$/i.exec(header)?.[1];
}
