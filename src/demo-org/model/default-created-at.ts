export const defaultCreatedAt = "2019-11-01T08:00:00.000Z";
