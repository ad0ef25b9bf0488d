/** The day on which what an org starts with was made, for what does not say. */
export const firstDay = "2019-11-01T08:00:00.000Z";
