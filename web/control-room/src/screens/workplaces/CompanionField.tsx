import { TextField } from '../../../../shared/src/components';
import { type Along, isNameMissing, NOBODY, OTHER } from '../../core/companion';
import { NamedField } from '../NamedField';
import { useColleagues } from '../use-colleagues';
import { useWorkplaceTexts } from './use-workplaces';

interface CompanionFieldProps {
  readonly value: Along;
  readonly tried: boolean;
  readonly onChange: (along: Along) => void;
}

/** Who is along: a colleague, or by name somebody who is not in the system. */
export function CompanionField({ value, tried, onChange }: CompanionFieldProps) {
  const t = useWorkplaceTexts().measure;
  const everybody = useColleagues();
  return (
    <>
      <NamedField
        of={everybody}
        label={t.companion}
        first={[
          { value: NOBODY, label: t.companionNobody },
          { value: OTHER, label: t.companionOther },
        ]}
        value={value.choice}
        onChange={(choice) => onChange({ ...value, choice })}
      />
      {value.choice === OTHER ? (
        <TextField
          label={t.companionName}
          hint={t.companionNameHint}
          error={tried && isNameMissing(value) ? t.companionNameMissing : null}
          autoComplete="off"
          maxLength={120}
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      ) : null}
    </>
  );
}
