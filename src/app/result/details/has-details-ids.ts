import { createContext } from "react";

/** True inside a run's result. Other pages can show the same parts several times, so the parts have no IDs there. */
export const HasDetailsIdsContext = createContext(false);
