import type { ReactNode } from "react";
import type { IdTokenVerdict } from "../../../okta/fat-and-thin.ts";
import { SlotTag } from "./Slot.tsx";

export const tags = {
  fat: { look: "filled", word: "Fat", rest: "ID token" },
  thin: { look: "outlined", word: "Thin", rest: "ID token" },
  unknown: { look: "outlined", word: "Fat or thin can’t be told" },
} as const;

type FatOrThinTagProps = Pick<IdTokenVerdict, "kind"> & {
  /** In place of the word: a link around it. */
  word?: ReactNode;
};

/** Whether an ID token is fat or thin, as a status. */
export function FatOrThinTag({ kind, ...word }: FatOrThinTagProps) {
  return <SlotTag {...tags[kind]} {...word} isStatus />;
}
