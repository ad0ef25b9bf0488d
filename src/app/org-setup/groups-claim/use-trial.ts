import { useState } from "react";
import type { User } from "../api/okta-objects.ts";

/** The person that a claim is previewed for. */
export type Trial = {
  readonly people: readonly User[];
  /** Empty if the org has no people. */
  readonly userId: string;
  readonly choose: (userId: string) => void;
};

/** Keeps the chosen person when the field changes between filter and expression. */
export function useTrial(people: readonly User[]): Trial {
  const [userId, choose] = useState(people[0]?.id ?? "");
  return { people, userId, choose };
}
