export const mapPlaces = ["idToken", "accessToken", "userInfo"] as const;

export type MapPlace = (typeof mapPlaces)[number];

export function atEachPlace<Value>(build: (place: MapPlace) => Value): Record<MapPlace, Value> {
  return {
    idToken: build("idToken"),
    accessToken: build("accessToken"),
    userInfo: build("userInfo"),
  };
}

/** The number of groups in a claim. The map never keeps the names of groups. */
export type CountedClaim = { name: string; count: number };

export type PredictedCell = {
  groups: "yes" | "no" | "depends" | "refused" | "not-requested";
  because: string;
  isSetUpKnown: boolean;
  weight?: "fat" | "thin";
  /** Set for the org server's access token, which apps must not read. */
  isOpaque?: boolean;
  claims?: readonly CountedClaim[];
  /** The `error` of a predicted refusal. `undefined` if Okta could return one of several errors. */
  error?: string;
};

export type PredictedCells = Record<MapPlace, PredictedCell>;

export type SeenCell =
  | { kind: "claims"; claims: readonly CountedClaim[]; weight?: "fat" | "thin"; isOpaque?: boolean }
  | { kind: "refused"; error: string }
  | { kind: "unreadable" };

/** Has no entry for a place without a response, such as UserInfo before the call. */
export type SeenCells = Partial<Record<MapPlace, SeenCell>>;
