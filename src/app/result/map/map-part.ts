import { createPart } from "../../part.ts";

export const mapPart = createPart(() => import("./map.ts"));
