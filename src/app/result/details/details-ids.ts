/** Element IDs of a run's parts. One run is on screen at a time. */
export const detailsIds = {
  request: "run-request",
  response: "run-response",
  "token-request": "run-token-request",
  checks: "run-checks",
  "id-token": "run-id-token",
  "access-token": "run-access-token",
  userinfo: "run-userinfo",
} as const;

export type DetailsName = keyof typeof detailsIds;
