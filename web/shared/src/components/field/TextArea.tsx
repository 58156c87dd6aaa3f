import { useId } from 'react';
import './field.css';

interface TextAreaProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength: number;
  /** Marks it; when left out, an error does. */
  readonly isInvalid?: boolean;
  /** What is wrong and how to mend it; read out when it appears. */
  readonly error?: string | null;
  /** The language that is written in it. */
  readonly lang?: string;
  /** A longer name where many have the same label. */
  readonly ariaLabel?: string;
  /** How many lines are seen; three when left out. */
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}

/** More than one line of text, with its label, hint and error. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    ariaLabel,
    hint,
    value,
    maxLength,
    error,
    isInvalid = error !== undefined && error !== null,
    lang,
    rows = 3,
    onChange,
  } = props;
  const id = useId();
  return (
    <div
      className={`utrecht-form-field aw-field${isInvalid ? ' utrecht-form-field--invalid' : ''}`}
    >
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
      <textarea
        id={id}
        className="utrecht-textbox aw-field__input aw-textarea"
        rows={rows}
        maxLength={maxLength}
        value={value}
        lang={lang}
        aria-label={ariaLabel}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={isInvalid || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
