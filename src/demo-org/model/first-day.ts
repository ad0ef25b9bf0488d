/** Creation date of initial objects that don't state one. */
export const firstDay = "2019-11-01T08:00:00.000Z";
