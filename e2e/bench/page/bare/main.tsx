import { createRoot } from "react-dom/client";

// The least code that shows a token's claims: the page's times are compared with this.
const token = new URLSearchParams(location.hash.slice(1)).get("id_token") ?? "..";
const [, payload = ""] = token.split(".");
const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (it) =>
  it.charCodeAt(0),
);
const claims: Record<string, unknown> = JSON.parse(new TextDecoder().decode(bytes));

function Value({ value }: { value: unknown }) {
  if (!Array.isArray(value)) return <code>{JSON.stringify(value)}</code>;
  return (
    <ul>
      {value.map((item: unknown) => (
        <li key={String(item)}>{String(item)}</li>
      ))}
    </ul>
  );
}

function Claims() {
  return (
    <table>
      <tbody>
        {Object.entries(claims).map(([name, value]) => (
          <tr key={name} data-groups-claim={name === "groups" || undefined}>
            <th scope="row">{name}</th>
            <td>
              <Value value={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Claims />);
