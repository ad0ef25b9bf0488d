import { useCallback, useEffect, useState } from "react";
import { buildPlaceQuery, type Place, parsePlace, sections } from "../set-up-places.ts";

/** The place in the page's URL, and a function to navigate to another one. */
export function usePlace(): readonly [place: Place, navigate: (place: Place) => void] {
  const [place, setPlace] = useState(findCurrentPlace);

  useEffect(() => {
    const follow = () => setPlace(findCurrentPlace());
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);

  const navigate = useCallback((next: Place) => {
    history.pushState(null, "", buildPlaceQuery(next, location.search));
    setPlace(next);
    window.scrollTo(0, 0);
  }, []);

  return [place, navigate];
}

function findCurrentPlace(): Place {
  return parsePlace(location.search) ?? { section: sections[0] };
}
