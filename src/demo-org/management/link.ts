/** A link of `_links`, with the methods that work there. */
export function link(href: string, ...allow: readonly ("GET" | "POST" | "PUT" | "DELETE")[]) {
  return { href, hints: { allow } };
}

/** Of a thing that can be switched on and off: the one of the two that changes something. */
export function linkToLifecycle(self: string, status: "ACTIVE" | "INACTIVE") {
  const verb = status === "ACTIVE" ? "deactivate" : "activate";
  return { [verb]: link(`${self}/lifecycle/${verb}`, "POST") };
}
