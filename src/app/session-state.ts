import type { exchangeCode } from "./exchange-code.ts";
import type { ComparisonStep, FillMark, PendingRequest } from "./pending-requests.ts";
import type { Landed } from "./receive-response.ts";
import type { MetadataState } from "./request/use-metadata.ts";
import type { RequestChoice } from "./request-choice.ts";
import type { RequestDraft } from "./request-draft.ts";
import type { MapState } from "./result/map/fill-state.ts";
import type { Run } from "./run.ts";
import type { SaveRunsResult } from "./runs.ts";
import type { TabStorage } from "./tab-storage.ts";
import type { ViewState } from "./view-state.ts";

export type SessionState = {
  choice: RequestChoice;
  draft: RequestDraft;
  runs: readonly Run[];
  /** `undefined` shows the prediction for the draft. */
  shownRun: Run | undefined;
  landed: Landed | undefined;
  /** The results' tab to show. A reload returns to it. */
  view: ViewState["view"] | undefined;
  /** The newest request to an own org, if the user has returned from the org without a response. */
  unanswered: Pick<PendingRequest, "orgUrl" | "clientId"> | undefined;
  storage: SaveRunsResult["status"];
  signedInUser: string | undefined;
  /** A link chose the org, and this browser has not sent a request to it yet. */
  isOrgFromLink: boolean;
  sending:
    | { status: "idle" }
    /** A field is missing or invalid: shows all problems. */
    | { status: "incomplete" }
    | { status: "leaving" }
    | { status: "failed"; message: string };
  isLoadingRuns: boolean;
  map: MapState | undefined;
};

export type SendOptions = {
  comparison?: ComparisonStep;
  prompt?: "login" | "none" | undefined;
  /** The server's metadata, if it is loaded. The request is saved with its token endpoint, for the code's exchange. */
  metadata?: MetadataState;
  mapRequest?: MapRequest;
};

type MapRequest = {
  choice: RequestChoice;
  query: string;
  fill: FillMark;
  /** Opens the org's page, unless filling the map was stopped. */
  setLocation: (url: string) => void;
};

export type ExchangeOptions = { allowsForeignEndpoint?: boolean };

export type RunActionsContext = {
  getState: () => SessionState;
  update: (change: Partial<SessionState>) => void;
  takeChoice: (choice: RequestChoice) => void;
  isUnknownOrg: (choice: RequestChoice) => boolean;
  send: (options: SendOptions) => Promise<void>;
  getQuery: () => string;
  storage: TabStorage;
  exchange: Pick<Parameters<typeof exchangeCode>[1], "fetch" | "redirectUri" | "demoOrg">;
  nowSeconds: () => number;
};
