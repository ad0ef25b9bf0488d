import { useId } from "react";
import { type HighlightProps, hintId } from "./highlight.ts";
import styles from "./SignInAs.module.css";

type SignInAsProps = HighlightProps & {
  /** Empty to let the org ask. */
  person: string;
  usernames: readonly string[];
  signedInUser: string | undefined;
  onChange: (person: string) => void;
};

/** Which demo user signs in, and who is signed in already. */
export function SignInAs(props: SignInAsProps) {
  const { person, usernames, signedInUser, onChange, onHighlight } = props;
  const id = useId();
  const options = person === "" || usernames.includes(person) ? usernames : [person, ...usernames];
  return (
    <div className={styles.signIn}>
      <label htmlFor={id}>Sign in as</label>
      <select
        id={id}
        value={person}
        data-parameter="login_hint"
        onChange={(event) => onChange(event.target.value)}
        onFocus={() => onHighlight({ parameter: "login_hint" })}
        // Browsers send a form on Enter from every field but this one.
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") currentTarget.form?.requestSubmit();
        }}
        aria-describedby={hintId}
      >
        <option value="">Ask</option>
        {options.map((username) => (
          <option key={username} value={username}>
            {username}
          </option>
        ))}
      </select>
      <p role="status" className={styles.session}>
        {signedInUser !== undefined && (
          <>
            Signed in as <bdi>{signedInUser}</bdi>
          </>
        )}
      </p>
    </div>
  );
}
