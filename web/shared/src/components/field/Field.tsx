import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it; read out when it appears. */
  readonly error?: string | null;
}

interface TextFieldProps
  extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'> {}

/** One line of text with its label, hint and error tied together for screen readers. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  const id = useId();
  const wrong = error !== undefined && error !== null;
  return (
    <div className={`utrecht-form-field aw-field${wrong ? ' utrecht-form-field--invalid' : ''}`}>
      <label className="utrecht-form-label utrecht-form-field__label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div className="utrecht-form-field-description" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className="utrecht-form-field-error-message" id={`${id}-error`} aria-live="polite">
        {error}
      </div>
      <input
        {...input}
        id={id}
        className={`utrecht-textbox aw-field__input${wrong ? ' utrecht-textbox--invalid' : ''}`}
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-hint ${id}-error`}
      />
    </div>
  );
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface ChoiceFieldProps<T extends string> extends FieldProps {
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
}

/** A drop-down list. For six choices or fewer, `ChipsField` shows them all at once. */
export function SelectField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, hint, error, choices, value, onChange } = props;
  const id = useId();
  const wrong = error !== undefined && error !== null;
  return (
    <div className={`utrecht-form-field aw-field${wrong ? ' utrecht-form-field--invalid' : ''}`}>
      <label className="utrecht-form-label utrecht-form-field__label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div className="utrecht-form-field-description" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className="utrecht-form-field-error-message" id={`${id}-error`} aria-live="polite">
        {error}
      </div>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select aw-field__select"
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        value={value ?? ''}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {value === null ? <option value="" /> : null}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A few choices side by side, one of which can be on: radio buttons that are easy to hit. */
export function ChipsField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, hint, choices, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className="aw-chips">
      <legend className="utrecht-form-label aw-chips__legend">{label}</legend>
      {hint === undefined ? null : <div className="utrecht-form-field-description">{hint}</div>}
      <div className="aw-chips__choices">
        {choices.map((choice) => (
          <label key={choice.value} className="aw-chips__choice">
            <input
              type="radio"
              className="aw-chips__input"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span className="aw-chips__label">{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One thing of a list that can be ticked; the whole row is the target. */
export function CheckField({ label, checked, onChange }: CheckFieldProps) {
  return (
    <label className="aw-check">
      <input
        type="checkbox"
        className="aw-check__input"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="aw-check__label">{label}</span>
    </label>
  );
}

interface SwitchFieldProps extends FieldProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off at once, without a button to confirm it. */
export function SwitchField({ label, hint, on, onChange }: SwitchFieldProps) {
  const id = useId();
  return (
    <div className="aw-switch">
      <div className="aw-switch__text">
        <label className="utrecht-form-label" htmlFor={id}>
          {label}
        </label>
        {hint === undefined ? null : (
          <div className="utrecht-form-field-description" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="aw-switch__input"
        checked={on}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}
