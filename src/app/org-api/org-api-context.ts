import { createContext, use } from "react";
import type { ApiCall } from "./api-call.ts";
import type { OrgApi } from "./org-api.ts";

type OwnChanges = ReturnType<typeof createOwnChanges>;

/** The changes made in this tab. They run one at a time, so that each can build on the one before. */
export function createOwnChanges() {
  const answers = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    enqueue(change: () => Promise<void>): Promise<void> {
      for (const listener of listeners) listener();
      const turn = last.then(change);
      last = turn.catch(() => undefined);
      return turn;
    },
    storeResponse: ({ path }: ApiCall, body: unknown) => void answers.set(path, body),
    /** Calls back when another change is made. */
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    findResponse: (path: string) => answers.get(path),
  };
}

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
