import { createContext } from "react";
import { type Place, sections } from "../set-up-places.ts";

/** The set-up page that is open. */
export const CurrentPlace = createContext<Place>({ section: sections[0] });
