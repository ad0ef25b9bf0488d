import { findMember, type JsonObject } from "./json.ts";

export function findString(object: JsonObject, name: string): string | undefined {
  const value = findMember(object, name);
  return typeof value === "string" ? value : undefined;
}
