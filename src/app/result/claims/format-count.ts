/** "20,000". The first use of `Intl` would take 50 ms on a slow computer. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

export function countGroups(count: number): string {
  return count === 1 ? "1 group" : `${formatCount(count)} groups`;
}
