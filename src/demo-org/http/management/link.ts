/** A link of `_links`, with its allowed methods. */
export function link(href: string, ...allow: readonly ("GET" | "POST" | "PUT" | "DELETE")[]) {
  return { href, hints: { allow } };
}

/** The link to activate or deactivate an object, whichever changes its status. */
export function linkToLifecycle(self: string, status: "ACTIVE" | "INACTIVE") {
  const verb = status === "ACTIVE" ? "deactivate" : "activate";
  return { [verb]: link(`${self}/lifecycle/${verb}`, "POST") };
}
