import type { OrgChange } from "./org-changes.ts";

/** A cause of missing groups, how the demo org gets it, and what the page has to say. */
export type CauseRow = {
  readonly cause: string;
  /** Changes of the org as first started. */
  readonly setUp: readonly OrgChange[];
  /** Changes after the run, before the page is opened again. */
  readonly later?: readonly OrgChange[];
  /** The page's own parameters. */
  readonly request: {
    readonly server?: string;
    readonly token?: string;
    readonly scope: string;
  };
  readonly person?: string;
  /** The verdict's heading where the page reads the org's set-up. */
  readonly heading: RegExp;
  /** What stands below the heading where only some groups came. The page can't know it without the set-up. */
  readonly incomplete?: RegExp;
  /** Where the page can't read the set-up: a heading, or the title of a cause in the list of others. */
  readonly elsewhere?: RegExp;
  /** Nothing else fits what can be seen without the set-up. */
  readonly isFirstElsewhere?: boolean;
  readonly fix: Fix;
  /** Some of the groups that the fix brings. */
  readonly groups: readonly string[];
};

export type Fix =
  /** A button of the verdict, by its name. */
  | { readonly button: RegExp; readonly staysOnPage?: true }
  /** The steps of an admin. Then the request is sent again. */
  | { readonly steps: readonly OrgChange[] };

/** A cause that the demo org can't have. */
export type CauseWithoutRow = { readonly cause: string; readonly reason: string };
