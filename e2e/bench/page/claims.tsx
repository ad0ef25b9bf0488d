/** The table that the bare page and the sample page show. Marks the groups as the explorer does. */
export function Claims({ claims }: { claims: object }) {
  return (
    <table>
      <caption>Claims</caption>
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
