interface Props {
  label: string;
  none: string;
  value: string | null;
  options: readonly { id: string; name: string }[];
  onPick: (id: string | null) => void;
}

/** One of several, or none of them. */
export function Pick({ label, none, value, options, onPick }: Props) {
  return (
    <label>
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onPick(event.target.value || null)}>
        <option value="">{none}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
