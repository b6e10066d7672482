import type { ReactNode } from 'react';
import styles from './settings.module.css';

export interface Labelled {
  label: string;
  /** The id of the words that explain the setting. */
  describedBy: string;
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

interface RangeProps extends Labelled {
  shown: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
}

export function Range({ label, describedBy, shown, onChange, ...range }: RangeProps) {
  return (
    <div className={styles['range']}>
      <input
        type="range"
        {...range}
        aria-label={label}
        aria-describedby={describedBy}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.target.value))}
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

/** Something to read rather than to set, with what can be done about it. */
export function Fact({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <p>{children}</p>
      {actions}
    </div>
  );
}
