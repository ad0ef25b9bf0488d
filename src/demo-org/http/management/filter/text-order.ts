/** A date, or a date-time with its zone. */
const isoDate = /^\d{4}-\d{2}-\d{2}(?:t[\d:.]+(?:z|[+-]\d{2}:?\d{2}))?$/i;

/** Compares two strings: dates by time, others by their characters. Negative if the first one comes first. */
export function findTextOrder(value: string, other: string): number {
  if (isoDate.test(value) && isoDate.test(other)) {
    const distance = Date.parse(value.toUpperCase()) - Date.parse(other.toUpperCase());
    if (!Number.isNaN(distance)) return distance;
  }
  if (value === other) return 0;
  return value < other ? -1 : 1;
}
