export const mapPlaces = ["idToken", "accessToken", "userInfo"] as const;

export type MapPlace = (typeof mapPlaces)[number];

export function atEachPlace<Value>(build: (place: MapPlace) => Value): Record<MapPlace, Value> {
  return {
    idToken: build("idToken"),
    accessToken: build("accessToken"),
    userInfo: build("userInfo"),
  };
}

/** How many groups a claim lists. The map never keeps their names. */
export type CountedClaim = { name: string; count: number };

export type PredictedCell = {
  groups: "yes" | "no" | "depends" | "refused" | "not-requested";
  because: string;
  isSetUpKnown: boolean;
  weight?: "fat" | "thin";
  /** The org server's access token, which apps must not read. */
  isOpaque?: boolean;
  claims?: readonly CountedClaim[];
  /** Of a refusal. `undefined` where it could be one of several. */
  error?: string;
};

export type PredictedCells = Record<MapPlace, PredictedCell>;

export type SeenCell =
  | { kind: "claims"; claims: readonly CountedClaim[]; weight?: "fat" | "thin"; isOpaque?: boolean }
  | { kind: "refused"; error: string }
  | { kind: "unreadable" };

/** Nothing for a place that the response says nothing about, such as UserInfo before it is called. */
export type SeenCells = Partial<Record<MapPlace, SeenCell>>;
