import { type ComponentProps, createContext, type MouseEvent, use } from "react";
import { buildPlaceQuery, type Place } from "../set-up-places.ts";

/** Goes to a place without loading the page anew. */
export const Navigation = createContext<(place: Place) => void>(() => undefined);

type PlaceLinkProps = Omit<ComponentProps<"a">, "href"> & {
  place: Place;
  /** Called once the place is shown in this tab, and not where the link was opened in another. */
  onFollowed?: () => void;
};

/** A link to a set-up page: a real one, which can be opened in a new tab or sent to somebody. */
export function PlaceLink({ place, onFollowed, ...rest }: PlaceLinkProps) {
  const navigate = use(Navigation);

  function follow(event: MouseEvent) {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (opensElsewhere || event.button !== 0) return;
    event.preventDefault();
    navigate(place);
    onFollowed?.();
  }

  return <a {...rest} href={buildPlaceQuery(place, location.search)} onClick={follow} />;
}
