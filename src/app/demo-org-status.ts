export type DemoOrgStatus =
  | { status: "starting" }
  | { status: "ready" }
  | {
      status: "unavailable";
      reason:
        | "unsupported"
        | "insecure_context"
        | "registration_failed"
        | "not_answering"
        | "not_loaded"
        | "left_out";
    };

export type DemoOrgHandle = {
  /** The demo org's URL, without a trailing slash. */
  readonly orgUrl: string;
  readonly getStatus: () => DemoOrgStatus;
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: () => void;
  readonly retry: () => void;
};
