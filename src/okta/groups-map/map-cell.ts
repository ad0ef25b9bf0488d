/** The places where groups can be, in the order of the map's columns. */
export const mapPlaces = ["idToken", "accessToken", "userInfo"] as const;

export type MapPlace = (typeof mapPlaces)[number];

/** How many groups a claim lists. The map never keeps their names. */
export type CountedClaim = { name: string; count: number };

/** What a request is predicted to return in one place. */
export type PredictedCell = {
  /** `not-requested`: the request returns nothing there. */
  groups: "yes" | "no" | "depends" | "refused" | "not-requested";
  /** Why, in a sentence. */
  because: string;
  /** The org's set-up is known, so that another result means that something is not as it was thought to be. */
  isSetUpKnown: boolean;
  /** ID tokens only. */
  weight?: "fat" | "thin";
  /** The org server's access token, which apps must not read. */
  isOpaque?: boolean;
  /** Only with the set-up and the user. */
  claims?: readonly CountedClaim[];
  /** Of a refusal. `undefined` where it could be one of several. */
  error?: string;
};

export type PredictedCells = Record<MapPlace, PredictedCell>;

/** What a response had in one place. */
export type SeenCell =
  | {
      kind: "claims";
      /** Groups claims, with their counts. Empty without any. */
      claims: readonly CountedClaim[];
      weight?: "fat" | "thin";
      isOpaque?: boolean;
    }
  | { kind: "refused"; error: string }
  /** Encrypted or malformed. */
  | { kind: "unreadable" };

/** Nothing for a place that the response says nothing about, such as UserInfo before it is called. */
export type SeenCells = Partial<Record<MapPlace, SeenCell>>;
