import { useState } from "react";
import type { User } from "../api/okta-objects.ts";

/** On whom a claim that is being typed is tried. */
export type Trial = {
  readonly people: readonly User[];
  /** Empty where there is nobody. */
  readonly userId: string;
  readonly choose: (userId: string) => void;
};

/** Keeps who was chosen, whatever becomes of the field that is tried: a filter, an expression, and back. */
export function useTrial(people: readonly User[]): Trial {
  const [userId, choose] = useState(people[0]?.id ?? "");
  return { people, userId, choose };
}
