import type { exchangeCode } from "./exchange-code.ts";
import type { Comparison, FillMark } from "./pending-requests.ts";
import type { Landed } from "./receive-response.ts";
import type { RequestChoice } from "./request-choice.ts";
import type { RequestDraft } from "./request-draft.ts";
import type { MapState } from "./result/map/map-state.ts";
import type { Run } from "./run.ts";
import type { SaveRunsResult } from "./runs.ts";
import type { TabStorage } from "./tab-storage.ts";

export type SessionState = {
  choice: RequestChoice;
  /** The request as it would be sent now. Its `state`, `nonce` and code challenge are used once. */
  draft: RequestDraft;
  /** Oldest first. */
  runs: readonly Run[];
  /** The run on screen; `undefined` shows the prediction for the draft. */
  shownRun: Run | undefined;
  /** Set once a response arrived in this opening of the page. */
  landed: Landed | undefined;
  storage: SaveRunsResult["status"];
  /** The demo org's session. */
  signedInUser: string | undefined;
  /** The org in the form came with a link, and neither the user nor this browser has used it yet. */
  isOrgFromLink: boolean;
  sending:
    | { status: "idle" }
    /** A field is missing or invalid: all problems are shown now. */
    | { status: "incomplete" }
    | { status: "leaving" }
    | { status: "failed"; message: string };
  /** A response or runs wait for the code that displays them. */
  isLoadingRuns: boolean;
  /** Set once the map is loaded. */
  map: MapState | undefined;
};

export type SendOptions = {
  comparison?: Comparison;
  /** `login` shows the sign-in page although a user is signed in, `none` never. */
  prompt?: "login" | "none" | undefined;
  mapRequest?: MapRequest;
};

/** A request of the map, which leaves the form as it is. */
export type MapRequest = {
  choice: RequestChoice;
  /** Presets the form with it. */
  query: string;
  fill: FillMark;
  /** Leaves the page, if the request is still wanted. */
  setLocation: (url: string) => void;
};

export type ExchangeOptions = { allowsForeignEndpoint?: boolean };

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
