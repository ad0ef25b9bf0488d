import { drawRandomId } from "./tokens/random-id.ts";

/** An error in the shape of Okta's Management API. */
export function managementError(status: number, errorCode: string, errorSummary: string): Response {
  return Response.json(
    {
      errorCode,
      errorSummary,
      errorLink: errorCode,
      errorId: `oae${drawRandomId().slice(0, 20)}`,
      errorCauses: [],
    },
    { status },
  );
}
