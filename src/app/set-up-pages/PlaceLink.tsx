import { type ComponentProps, createContext, type MouseEvent, use } from "react";
import { buildPlaceQuery, type SetUpLocation, sections } from "../set-up-places.ts";

type Navigation = {
  readonly place: SetUpLocation;
  readonly navigate: (place: SetUpLocation) => void;
};

/** The place in the page's URL, and how to go to another one. */
export const NavigationContext = createContext<Navigation>({
  place: { section: sections[0] },
  navigate: () => undefined,
});

type PlaceLinkProps = Omit<ComponentProps<"a">, "href"> & {
  place: SetUpLocation;
  /** Called when the link is followed in this tab, not when it opens another tab. */
  onFollowed?: () => void;
};

/** A link to a set-up page. It has a real `href`, so it can be opened in a new tab or shared. */
export function PlaceLink({ place, onFollowed, ...rest }: PlaceLinkProps) {
  const { navigate } = use(NavigationContext);

  function follow(event: MouseEvent) {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (opensElsewhere || event.button !== 0) return;
    event.preventDefault();
    navigate(place);
    onFollowed?.();
  }

  return <a {...rest} href={buildPlaceQuery(place, location.search)} onClick={follow} />;
}
