import { Button } from "../ui/Button.tsx";
import { Toast } from "./Toast.tsx";

type NewVersionProps = { onReload: () => void; onLater: () => void };

export function NewVersion({ onReload, onLater }: NewVersionProps) {
  return (
    <Toast>
      <p>A new version is ready.</p>
      <Button onClick={onReload}>Reload</Button>
      <Button look="quiet" onClick={onLater}>
        Later
      </Button>
    </Toast>
  );
}
