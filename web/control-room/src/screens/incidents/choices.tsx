import {
  CheckField,
  ChipsField,
  SelectField,
  type Choice,
} from '../../../../shared/src/components';
import { BEHAVIOUR_GROUPS, type Behaviour } from '../../../../shared/src/api/parse-incidents';
import { useIncidentTexts } from './use-incidents';

interface YesNoProps {
  readonly label: string;
  readonly value: boolean | null | undefined;
  readonly onChange: (value: boolean | null) => void;
}

const ANSWERS = ['yes', 'no', 'unknown'] as const;

/** Yes, no, or nobody said. */
export function YesNo({ label, value, onChange }: YesNoProps) {
  const { words } = useIncidentTexts();
  const said = value === true ? 'yes' : value === false ? 'no' : 'unknown';
  return (
    <ChipsField
      label={label}
      choices={ANSWERS.map((answer) => ({ value: answer, label: words[answer] }))}
      value={said}
      onChange={(answer) => onChange(answer === 'unknown' ? null : answer === 'yes')}
    />
  );
}

interface OneOfProps<T extends string> {
  readonly label: string;
  readonly codes: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly value: T | null | undefined;
  readonly onChange: (value: T | null) => void;
}

/** One code of a list, or nothing said. */
export function OneOf<T extends string>({ label, codes, words, value, onChange }: OneOfProps<T>) {
  const { form } = useIncidentTexts();
  const nothing: Choice<T | ''> = { value: '', label: form.choose };
  const choices: Choice<T | ''>[] = codes.map((code) => ({ value: code, label: words[code] }));
  return (
    <SelectField
      label={label}
      choices={[nothing, ...choices]}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}

interface BehavioursProps {
  readonly label: string;
  /** Only these; all of them when it is left out. */
  readonly among?: readonly string[];
  readonly value: readonly Behaviour[];
  readonly onChange: (value: readonly Behaviour[]) => void;
}

const GROUPS = ['verbal', 'intimidating', 'threats', 'physical', 'property', 'distance'] as const;

/** Which behaviour, in groups. */
export function Behaviours({ label, among, value, onChange }: BehavioursProps) {
  const { words } = useIncidentTexts();
  const shown = (code: string): boolean => among === undefined || among.includes(code);
  return (
    <fieldset className="aw-incidents__group">
      <legend className="utrecht-form-label">{label}</legend>
      {GROUPS.map((group) => {
        const codes: readonly Behaviour[] = BEHAVIOUR_GROUPS[group].filter(shown);
        return codes.length === 0 ? null : (
          <fieldset key={group} className="aw-incidents__group">
            <legend className="aw-quiet">{words.groups[group]}</legend>
            <div className="aw-incidents__choices">
              {codes.map((code) => (
                <CheckField
                  key={code}
                  label={words.behaviours[code]}
                  checked={value.includes(code)}
                  onChange={(checked) =>
                    onChange(checked ? [...value, code] : value.filter((other) => other !== code))
                  }
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </fieldset>
  );
}
