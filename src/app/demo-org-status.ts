/** How it stands with the built-in org, as whoever starts it tells the page. */
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
        | "left_out";
    };

/** The built-in org. */
export type DemoOrgHandle = {
  /** Its URL, without a slash at its end. */
  readonly orgUrl: string;
  readonly getStatus: () => DemoOrgStatus;
  readonly subscribe: (listener: () => void) => () => void;
  /** Starts it, where nobody has yet. */
  readonly start: () => void;
  readonly retry: () => void;
};
