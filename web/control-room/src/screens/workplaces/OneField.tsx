import { HAZARDS, WORKPLACE_KINDS } from '../../../../shared/src/api/parse-workplaces';
import {
  CheckField,
  type Choice,
  SelectField,
  SwitchField,
  TextArea,
  TextField,
} from '../../../../shared/src/components';
import { mayKeepAllWorkplaces } from '../../core/rights';
import type { Colleague } from '../../shell/people-api';
import { NamedField } from '../NamedField';
import { useSeat } from '../room-context';
import { useColleagues, useTeams } from '../use-colleagues';
import type { FieldSpec, FormValue } from './fields';
import { useWorkplaceTexts } from './use-workplaces';

interface OneFieldProps {
  readonly spec: FieldSpec;
  readonly value: FormValue | undefined;
  readonly error: string | null;
  readonly onChange: (value: FormValue) => void;
}

const OWNERS = ['supervisor', 'safety-officer'];

/** One question about a workplace, in the form that fits it. */
export function OneField({ spec, value, error, onChange }: OneFieldProps) {
  const t = useWorkplaceTexts();
  const hints: Readonly<Record<string, string>> = t.hints;
  const label = t.fields[spec.name];
  const hint = hints[spec.name];
  const text = typeof value === 'string' ? value : '';
  const shared = { label, error, ...(hint === undefined ? {} : { hint }) };
  const select = (choices: readonly Choice<string>[]) => (
    <SelectField
      {...shared}
      choices={choices}
      value={text === '' ? null : text}
      onChange={onChange}
    />
  );
  switch (spec.kind) {
    case 'line':
    case 'minutes':
    case 'day':
      return (
        <TextField
          {...shared}
          type={spec.kind === 'day' ? 'date' : 'text'}
          inputMode={spec.kind === 'minutes' ? 'numeric' : undefined}
          autoComplete="off"
          maxLength={spec.most ?? 10}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'text':
      return (
        <TextArea
          {...shared}
          maxLength={spec.most ?? 500}
          isInvalid={error !== null}
          value={text}
          onChange={onChange}
        />
      );
    case 'switch':
      return <SwitchField label={label} on={value === true} onChange={onChange} />;
    case 'kind':
      return select(WORKPLACE_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] })));
    case 'method':
      return select(
        (['fine-kinney', 'matrix'] as const).map((way) => ({ value: way, label: t.methods[way] })),
      );
    case 'result':
      return select(
        (['works', 'unreliable', 'fails'] as const).map((how) => ({
          value: how,
          label: t.results[how],
        })),
      );
    case 'team':
      return <TeamField label={label} error={error} value={text} onChange={onChange} />;
    case 'owner':
      return <OwnerField label={label} error={error} value={text} onChange={onChange} />;
    case 'hazards':
      return <HazardsField value={Array.isArray(value) ? value : []} onChange={onChange} />;
  }
}

interface PickProps {
  readonly label: string;
  readonly error: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A supervisor keeps the workplaces of the own team, so only others choose one. */
function TeamField(props: PickProps) {
  const { me } = useSeat();
  const teams = useTeams();
  return mayKeepAllWorkplaces(me.roles) ? <NamedField of={teams} {...props} /> : null;
}

function OwnerField(props: PickProps) {
  const everybody = useColleagues();
  const fits = ({ roles }: Colleague) => roles.some((role) => OWNERS.includes(role));
  return <NamedField of={everybody} fits={fits} {...props} />;
}

interface HazardsProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

function HazardsField({ value, onChange }: HazardsProps) {
  const t = useWorkplaceTexts();
  return (
    <fieldset className="aw-workplaces__ticks">
      <legend className="utrecht-form-label">{t.fields.hazards}</legend>
      {HAZARDS.map((hazard) => (
        <CheckField
          key={hazard}
          label={t.hazards[hazard]}
          checked={value.includes(hazard)}
          onChange={(on) =>
            onChange(on ? [...value, hazard] : value.filter((other) => other !== hazard))
          }
        />
      ))}
    </fieldset>
  );
}
