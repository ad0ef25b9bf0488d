import styles from "./Switch.module.css";

type SwitchProps = { label: string; isOn: boolean; onChange: (isOn: boolean) => void };

/** A setting that takes effect at once. */
export function Switch({ label, isOn, onChange }: SwitchProps) {
  return (
    <label className={`${styles.switch} no-print`}>
      {label}
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
