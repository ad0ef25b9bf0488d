import { createContext } from "react";

/** True inside a run's result. Other pages show the same parts several times, and give them no IDs. */
export const HasDetailsIdsContext = createContext(false);
