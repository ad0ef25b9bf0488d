import { type ReactNode, useEffect } from "react";
import type * as v from "valibot";
import { useAnswer } from "../api/use-answer.ts";
import type { Body } from "./body.ts";
import type { FormFields } from "./form-fields.ts";
import { Loaded } from "./Loaded.tsx";
import { ObjectForm } from "./ObjectForm.tsx";

type SettingFormProps<T extends Body> = {
  title: string;
  path: string;
  schema: v.GenericSchema<unknown, T>;
  consolePath?: readonly string[];
  note?: string;
  /** Another version loads the setting again, without the page shifting. */
  version?: number;
  fields: (form: FormFields) => ReactNode;
};

/** Loads and saves a setting by the demo org's own API, which Okta doesn't have. */
export function SettingForm<T extends Body>(props: SettingFormProps<T>) {
  const { title, path, schema, consolePath, note, version = 0, fields } = props;
  const [setting, reload] = useAnswer(path, schema);
  useEffect(() => {
    if (version > 0) reload();
  }, [version, reload]);
  return (
    <Loaded answer={setting}>
      {(saved) => (
        <ObjectForm
          title={title}
          path={path}
          schema={schema}
          object={saved}
          buildCall={(body) => ({ method: "PUT", path, body })}
          fields={fields}
          consolePath={consolePath}
          note={note}
          isOktaCall={false}
          onDone={reload}
        />
      )}
    </Loaded>
  );
}
