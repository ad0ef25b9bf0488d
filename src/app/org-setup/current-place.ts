import { createContext } from "react";
import { type Place, sections } from "../set-up-places.ts";

/** Where in the set-up somebody is, for what leads on from there. */
export const CurrentPlace = createContext<Place>({ section: sections[0] });
