import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

type PanelProps = Omit<ComponentProps<"section">, "title"> & {
  title: string;
  aside?: ReactNode;
  headingLevel?: 2 | 3 | 4;
};

export function Panel({ title, aside, headingLevel = 3, children, ...rest }: PanelProps) {
  const headingId = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={`card ${styles.panel}`} aria-labelledby={headingId} {...rest}>
      <header className={`row ${styles.header}`}>
        <Heading id={headingId}>{title}</Heading>
        {aside}
      </header>
      {children}
    </section>
  );
}
