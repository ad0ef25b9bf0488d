import type { IdTokenVerdict } from "../../../okta/fat-and-thin.ts";
import { SlotTag } from "./Slot.tsx";

const tags = {
  fat: { look: "filled", word: "Fat", rest: "ID token" },
  thin: { look: "outlined", word: "Thin", rest: "ID token" },
  unknown: { look: "outlined", word: "Fat or thin can’t be told" },
} as const;

type FatOrThinTagProps = Pick<IdTokenVerdict, "kind"> & {
  /** A page on fat and thin tokens. */
  href?: string;
};

/** Whether an ID token is fat or thin, as a status. */
export function FatOrThinTag({ kind, href }: FatOrThinTagProps) {
  return <SlotTag {...tags[kind]} isStatus href={href} />;
}
