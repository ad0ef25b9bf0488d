import { createContext, use } from "react";
import type { OrgApi } from "./org-api.ts";
import type { OwnChanges } from "./own-changes.ts";

type OrgConnection = { readonly api: OrgApi; readonly ownChanges: OwnChanges };

const Context = createContext<OrgConnection | undefined>(undefined);

export const OrgApiProvider = Context.Provider;

export function useOrgApi(): OrgApi {
  return useConnection().api;
}

export function useOwnChanges(): OwnChanges {
  return useConnection().ownChanges;
}

function useConnection(): OrgConnection {
  const connection = use(Context);
  if (!connection) throw new Error("The set-up pages need an OrgApiProvider above them");
  return connection;
}
