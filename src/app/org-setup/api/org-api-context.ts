import { createContext, use } from "react";
import type { OrgApi } from "./org-api.ts";

const Context = createContext<OrgApi | undefined>(undefined);

export const OrgApiProvider = Context.Provider;

/** @throws Outside the set-up pages. */
export function useOrgApi(): OrgApi {
  const api = use(Context);
  if (!api) throw new Error("useOrgApi needs an OrgApiProvider above it");
  return api;
}
