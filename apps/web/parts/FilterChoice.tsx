/** A list's filter by one of some values. */
export function FilterChoice({
  label,
  all,
  options,
  value,
  choose,
}: {
  label: string;
  /** what no choice is called; without it there is always one */
  all?: string;
  options: readonly (readonly [value: string, label: string])[];
  value: string;
  choose: (value: string) => void;
}) {
  return (
    <select aria-label={label} value={value} onChange={(event) => choose(event.target.value)}>
      {all !== undefined && <option value="">{all}</option>}
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
}
