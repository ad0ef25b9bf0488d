export function link(href: string, ...allow: readonly ("GET" | "POST" | "PUT" | "DELETE")[]) {
  return { href, hints: { allow } };
}

export function linkToLifecycle(self: string, status: "ACTIVE" | "INACTIVE") {
  const verb = status === "ACTIVE" ? "deactivate" : "activate";
  return { [verb]: link(`${self}/lifecycle/${verb}`, "POST") };
}
