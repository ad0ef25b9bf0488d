import type { ComponentProps } from "react";
import styles from "./Button.module.css";

type ButtonLinkProps = ComponentProps<"a"> & { look: "primary" | "secondary" };

export function ButtonLink({ look, children, ...rest }: ButtonLinkProps) {
  return (
    <a className={styles.button} data-look={look} {...rest}>
      {children}
    </a>
  );
}
