import type { OrgChange } from "./org-changes.ts";

/** A cause of missing groups, how the demo org gets it, and what the page has to say. */
export type CauseRow = {
  readonly cause: string;
  /** Changes of the org as first started. */
  readonly setUp: readonly OrgChange[];
  /** Changes after the run, before the page is opened again. */
  readonly later?: readonly OrgChange[];
  /** The parameters of the page's query. */
  readonly request: {
    readonly server?: string;
    readonly token?: string;
    readonly scope: string;
  };
  readonly person?: string;
  /** The verdict's heading if the page can read the org's set-up. */
  readonly heading: RegExp;
  /** The text below the heading if only some groups are in the token, which the page can know only from the set-up. */
  readonly incomplete?: RegExp;
  /** If the page can't read the set-up: the verdict's heading, or the title of a listed cause. By default `heading`. */
  readonly elsewhere?: RegExp;
  /** Whether the cause is the first one without the set-up, because no other cause fits. */
  readonly isFirstElsewhere?: boolean;
  readonly fix: Fix;
  /** Some of the groups that are in the token after the fix. */
  readonly groups: readonly string[];
};

export type Fix =
  /** A button of the verdict, by its name. */
  | { readonly button: RegExp; readonly staysOnPage?: true }
  /** The steps of an admin. Then the request is sent again. */
  | { readonly steps: readonly OrgChange[] };

/** A cause that the demo org can't have. */
export type CauseWithoutRow = { readonly cause: string; readonly reason: string };
