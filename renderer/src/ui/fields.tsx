import styles from './fields.module.css';

export interface Labelled {
  label: string;
  /** The id of the words that explain it, where there are some. */
  describedBy?: string | undefined;
}

interface SegmentsProps<T extends string> extends Labelled {
  options: readonly (readonly [T, string])[];
  value: T;
  onPick: (value: T) => void;
}

/** One of a few, all in sight. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const { label, describedBy, options, value, onPick } = props;
  return (
    <div
      className={styles['segments']}
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
    >
      {options.map(([option, words]) => (
        <label key={option}>
          <input
            type="radio"
            name={label}
            value={option}
            checked={value === option}
            onChange={() => onPick(option)}
          />
          {words}
        </label>
      ))}
    </div>
  );
}

/** The same with its name above. */
export function Choice<T extends string>(props: SegmentsProps<T>) {
  return (
    <div className={styles['choice']}>
      <span aria-hidden>{props.label}</span>
      <Segments {...props} />
    </div>
  );
}

interface RangeProps extends Labelled {
  shown: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
  /** When it is let go. */
  onSettle?: () => void;
}

export function Range({ label, describedBy, shown, onChange, onSettle, ...range }: RangeProps) {
  return (
    <div className={styles['range']}>
      <input
        type="range"
        {...range}
        aria-label={label}
        aria-describedby={describedBy}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.target.value))}
        onPointerUp={onSettle}
        onKeyUp={onSettle}
        onBlur={onSettle}
      />
      <output>{shown}</output>
    </div>
  );
}

interface SwitchProps extends Labelled {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function Switch({ label, describedBy, checked, onChange }: SwitchProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      className={styles['switch']}
      aria-label={label}
      aria-describedby={describedBy}
      checked={checked}
      aria-checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
