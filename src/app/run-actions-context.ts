import type { exchangeCode } from "./exchange-code.ts";
import type { RequestChoice } from "./request-choice.ts";
import type { SendOptions, SessionState } from "./session-state.ts";
import type { TabStorage } from "./tab-storage.ts";

/** The session, as the actions on its runs see it. */
export type RunActionsContext = {
  getState: () => SessionState;
  update: (change: Partial<SessionState>) => void;
  /** Puts the choice into the form, with a new `state` and `nonce`. */
  takeChoice: (choice: RequestChoice) => void;
  isUnknownOrg: (choice: RequestChoice) => boolean;
  send: (options: SendOptions) => Promise<void>;
  /** `location.search`. */
  getQuery: () => string;
  storage: TabStorage;
  exchange: Pick<Parameters<typeof exchangeCode>[1], "fetch" | "redirectUri" | "demoOrg">;
  nowSeconds: () => number;
};
