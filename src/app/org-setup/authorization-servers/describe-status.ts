/** Whether a server, a policy, a rule or a claim is on, as the Admin Console says it. */
export function describeStatus(status: "ACTIVE" | "INACTIVE"): string {
  return status === "ACTIVE" ? "Active" : "Inactive";
}
