/** Where the map stores its fill, and what this tab has seen. */
export const mapFillKey = "map-fill";
export const mapDigestsKey = "map-digests";
