import { useId } from 'react';

interface TextAreaProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly maxLength: number;
  readonly isInvalid: boolean;
  readonly onChange: (value: string) => void;
}

/** More than one line of text, with its label and hint. */
export function TextArea({ label, hint, value, maxLength, isInvalid, onChange }: TextAreaProps) {
  const id = useId();
  return (
    <div className="utrecht-form-field aw-field">
      <label className="utrecht-form-label utrecht-form-field__label" htmlFor={id}>
        {label}
      </label>
      <div className="utrecht-form-field-description" id={`${id}-hint`}>
        {hint}
      </div>
      <textarea
        id={id}
        className="utrecht-textbox aw-field__input aw-textarea"
        rows={3}
        maxLength={maxLength}
        value={value}
        aria-describedby={`${id}-hint`}
        aria-invalid={isInvalid || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
