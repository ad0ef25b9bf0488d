import { useEffect, useState } from "react";

const tickMs = 20_000;

/** @returns The current time as a NumericDate in seconds, updated every 20 seconds. */
export function useNow(): number {
  const [nowSeconds, setNow] = useState(() => Math.floor(Date.now() / 1000));
  useEffect(() => {
    const timer = setInterval(() => setNow(Math.floor(Date.now() / 1000)), tickMs);
    return () => clearInterval(timer);
  }, []);
  return nowSeconds;
}
