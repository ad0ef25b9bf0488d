import { createPart } from "../../load-part.ts";

export const mapPart = createPart(() => import("./map.ts"));
