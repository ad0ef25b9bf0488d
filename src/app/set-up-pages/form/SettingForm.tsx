import { useAnswer } from "../../org-api/use-answer.ts";
import type { Body } from "./body.ts";
import { Loaded } from "./Loaded.tsx";
import { ObjectForm, type ObjectFormProps } from "./ObjectForm.tsx";

type SettingFormProps<T extends Body> = Pick<
  ObjectFormProps<T>,
  "title" | "path" | "schema" | "note" | "fields"
> & {
  consolePath?: readonly string[];
  /** A new version reloads the setting without shifting the page. */
  version?: number;
};

/** Loads and saves a setting through the demo org's own API, which Okta doesn't have. */
export function SettingForm<T extends Body>(props: SettingFormProps<T>) {
  const { version, consolePath, ...form } = props;
  const { path, schema } = form;
  const [setting, reload] = useAnswer(path, schema, version);
  return (
    <Loaded answer={setting}>
      {(saved) => (
        <ObjectForm
          {...form}
          object={saved}
          buildCall={(body) => ({ method: "PUT", path, body })}
          consolePath={consolePath}
          isOktaCall={false}
          onDone={reload}
        />
      )}
    </Loaded>
  );
}
