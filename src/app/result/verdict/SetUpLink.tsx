import { buildPlaceQuery } from "../../set-up-places.ts";
import styles from "./SetUpLink.module.css";
import type { SetUpPlace } from "./set-up-place.ts";

type SetUpLinkProps = {
  setUp: SetUpPlace;
  /** Set where it stands among buttons. */
  look?: "primary" | "secondary";
};

/** Leads to the demo org's set-up page where a cause can be fixed. */
export function SetUpLink({ setUp: { place, name }, look }: SetUpLinkProps) {
  return (
    <a
      href={buildPlaceQuery(place, location.search)}
      className={look && styles.button}
      data-look={look}
    >
      {name}
    </a>
  );
}
