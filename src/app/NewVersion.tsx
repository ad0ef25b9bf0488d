import { Button } from "../ui/Button.tsx";
import styles from "./NewVersion.module.css";

type NewVersionProps = { onReload: () => void; onLater: () => void };

export function NewVersion({ onReload, onLater }: NewVersionProps) {
  return (
    <div className={`row card ${styles.notice} no-print`}>
      <p>A new version is ready.</p>
      <Button onClick={onReload}>Reload</Button>
      <Button look="quiet" onClick={onLater}>
        Later
      </Button>
    </div>
  );
}
