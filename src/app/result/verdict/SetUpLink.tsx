import { ButtonLink } from "../../../ui/ButtonLink.tsx";
import { buildPlaceQuery } from "../../set-up-places.ts";
import type { SetUpPlace } from "./set-up-place.ts";

type SetUpLinkProps = {
  setUp: SetUpPlace;
  /** Set where it stands among buttons. */
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
