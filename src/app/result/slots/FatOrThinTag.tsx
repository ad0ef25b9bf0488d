import type { IdTokenVerdict } from "../../../okta/fat-and-thin.ts";
import { SlotTag } from "./Slot.tsx";

const tags = {
  fat: { look: "filled", word: "Fat", rest: "ID token" },
  thin: { look: "outlined", word: "Thin", rest: "ID token" },
  unknown: { look: "outlined", word: "Fat or thin can’t be told" },
} as const;

/** Whether an ID token is fat or thin, as a status. */
export function FatOrThinTag({ kind }: Pick<IdTokenVerdict, "kind">) {
  return <SlotTag {...tags[kind]} isStatus />;
}
