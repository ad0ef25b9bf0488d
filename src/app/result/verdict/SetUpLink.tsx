import { ButtonLink } from "../../../ui/ButtonLink.tsx";
import { buildPlaceQuery } from "../../set-up-places.ts";
import type { SetUpPlace } from "./set-up-place.ts";

type SetUpLinkProps = {
  setUp: SetUpPlace;
  /** Makes the link look like the buttons beside it. */
  look?: "primary" | "secondary";
};

export function SetUpLink({ setUp: { place, name }, look }: SetUpLinkProps) {
  const href = buildPlaceQuery(place, location.search);
  if (!look) return <a href={href}>{name}</a>;
  return (
    <ButtonLink href={href} look={look}>
      {name}
    </ButtonLink>
  );
}
