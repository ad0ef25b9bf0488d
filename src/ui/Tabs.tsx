import { type KeyboardEvent, type ReactNode, useId } from "react";
import { TabList } from "./TabList.tsx";
import styles from "./Tabs.module.css";

type Tab<Name extends string> = { readonly name: Name; readonly content: () => ReactNode };

type TabsProps<Name extends string> = {
  label: string;
  tabs: readonly Tab<Name>[];
  selected: Name;
  onSelect: (name: Name) => void;
  aside?: ReactNode;
};

/** Tabs with a panel. Arrow keys select a tab. @see WAI-ARIA Authoring Practices, tabs pattern */
export function Tabs<Name extends string>(props: TabsProps<Name>) {
  const { label, tabs, selected, onSelect, aside } = props;
  const id = useId();
  const index = tabs.findIndex(({ name }) => name === selected);

  function selectByKey(event: KeyboardEvent<HTMLElement>) {
    const steps: Record<string, number> = {
      ArrowLeft: index - 1,
      ArrowRight: index + 1,
      Home: 0,
      End: -1,
    };
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const step = altKey || ctrlKey || metaKey || shiftKey ? undefined : steps[key];
    const next = step === undefined ? undefined : tabs.at(step % tabs.length);
    if (!next) return;
    event.preventDefault();
    onSelect(next.name);
    const list = event.currentTarget;
    list.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  }

  return (
    <>
      <TabList
        names={tabs.map(({ name }) => name)}
        onKeyDown={selectByKey}
        {...{ label, selected, id, onSelect, aside }}
      />
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${selected}`}
        className={styles.panel}
      >
        {tabs[index]?.content()}
      </div>
    </>
  );
}
