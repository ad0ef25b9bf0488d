import type { ReactNode } from "react";
import type * as v from "valibot";
import type { Status } from "../../org-api/api-call.ts";
import type { Section } from "../../set-up-places.ts";
import type { Body } from "../form/body.ts";
import type { FormFields } from "../form/form-fields.ts";
import type { Column } from "../list/ObjectTable.tsx";

export type Identified = Body & { readonly id: string };

/** Describes objects of one type: their list, form, API calls, Terraform resource and checks. */
export type Resource<T extends Identified> = {
  /** Title of the page or panel: "Trusted Origins". */
  readonly title: string;
  /** One object: "scope". */
  readonly noun: string;
  readonly intro?: ReactNode;
  readonly consolePath: readonly string[];
  /** The menu or tab with the actions, between an object's name and an action in the Admin Console. */
  readonly consoleMenu?: string;

  /** Path of the list in the API: `/api/v1/groups`. */
  readonly path: string;
  /** Whether the API returns the list in pages. By default true. */
  readonly isPaged?: boolean;
  readonly createQuery?: string;
  readonly schema: v.GenericSchema<unknown, T>;

  readonly nameOf: (item: T) => string;
  /** The text that the list's search matches. By default the name. */
  readonly textOf?: (item: T) => string;
  readonly compare?: (one: T, other: T) => number;
  readonly caption?: string;
  /** The header of the names, which are the first column. By default "Name". */
  readonly nameHeader?: string;
  readonly columns: readonly Column<T>[];
  /** Shown after "None yet." */
  readonly empty?: ReactNode;
  /** The section with a page for each object: names in the list are links, and its actions are on the page. */
  readonly section?: Section;
  /** Objects that the list shows below the others, folded. */
  readonly folded?: { readonly title: string; readonly has: (item: T) => boolean };

  /** The button above the list, and the form it opens. `title` and `step` are the button's text by default. */
  readonly add: {
    readonly button: string;
    readonly title?: string;
    readonly submit: string;
    /** More steps in the Admin Console, after the button. */
    readonly steps?: readonly string[];
  };
  readonly edit?: {
    readonly allows?: (item: T) => boolean;
    readonly title?: string;
    /** By default "Save". */
    readonly submit?: string;
    /** By default the whole object without its read-only members. */
    readonly toBody?: (item: T) => Body;
  };
  readonly newBody: Body;
  readonly fields: (form: FormFields, before: T | undefined) => ReactNode;
  /** Finds a mistake before anything is sent. */
  readonly findMistake?: (body: Body) => string | undefined;
  /** Completes the body before it is sent. */
  readonly buildBody?: (body: Body) => Body;
  /** The message after saving. By default "Saved." with a link to try the change. */
  readonly describeSaved?: (item: T) => ReactNode;
  /** The resource of Okta's Terraform provider. Left out for objects it can't manage; it manages no system objects. */
  readonly terraform?: {
    readonly type: string;
    /** Arguments with the path of their value in the body. */
    readonly paths: Readonly<Record<string, string>>;
    /** Arguments that the body doesn't have, or doesn't have for a new object. */
    readonly others?: Readonly<Record<string, string | number>>;
  };

  /** The effect of changing the status, by current status. */
  readonly lifecycle?: Readonly<Record<Status, string>>;
  readonly deletion: { readonly meaning: string; readonly allows?: (item: T) => boolean };
};
