import type { UserInfoAnswer } from "../../oidc/userinfo.ts";
import { explainError } from "../../okta/glossary/errors.ts";
import { Callout } from "../../ui/Callout.tsx";
import { shorten } from "../shorten.ts";

type UserInfoFailureProps = { failure: Exclude<UserInfoAnswer, { kind: "claims" }> };

/** Why UserInfo gave no claims, and what to do. */
export function UserInfoFailure({ failure }: UserInfoFailureProps) {
  return <Callout kind="alert">{explain(failure)}</Callout>;
}

function explain(failure: UserInfoFailureProps["failure"]) {
  switch (failure.kind) {
    case "refused":
      return <Refusal {...failure} />;
    case "unreachable":
      return (
        <p>
          UserInfo did not answer in a way a page may read. Check your network, and that no
          extension blocks the call; then try again.
        </p>
      );
    case "not_json":
      return (
        <p>
          Something other than UserInfo’s JSON answered. Check that the Okta domain is right, and
          try again.
        </p>
      );
    default:
      return failure satisfies never;
  }
}

type RefusalProps = { status: number; error: string | undefined; description: string | undefined };

function Refusal({ status, error, description }: RefusalProps) {
  if (status === 401) {
    return (
      <>
        <Quote status={status} error={error} description={description} />
        <p>
          It does not accept the access token, which may have expired or been revoked. Send the
          request again.
        </p>
      </>
    );
  }
  const explained = error === undefined ? undefined : explainError(error, description);
  return (
    <>
      <Quote status={status} error={error} description={description} />
      <p>{explained?.meaning ?? "It said no more than that."}</p>
      <ul>
        {(explained?.steps ?? ["Try again; if it stays so, look at the org’s System Log."]).map(
          (step) => (
            <li key={step}>{step}</li>
          ),
        )}
      </ul>
    </>
  );
}

function Quote({ status, error, description }: RefusalProps) {
  return (
    <p>
      UserInfo answered with status {status}
      {error !== undefined && (
        <>
          , <code>{shorten(error)}</code>
        </>
      )}
      {description === undefined ? (
        "."
      ) : (
        <>
          : <q>{shorten(description)}</q>
        </>
      )}
    </p>
  );
}
