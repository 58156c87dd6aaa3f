import type { DrawnNeighbourhood } from '../../../../shared/src/api/types';
import { SelectField, TextArea, TextField } from '../../../../shared/src/components';
import type { HotSpotField, HotSpotForm } from '../../core/hot-spot-form';
import { useHotSpotsTexts } from './use-hot-spots';

interface HotSpotFieldsProps {
  readonly form: HotSpotForm;
  readonly drawn: readonly DrawnNeighbourhood[];
  readonly errorAt: (field: HotSpotField) => string | null;
  readonly onChange: (part: Partial<HotSpotForm>) => void;
}

/** Which area, why, and until when. */
export function HotSpotFields({ form, drawn, errorAt, onChange }: HotSpotFieldsProps) {
  const t = useHotSpotsTexts().form;
  return (
    <>
      {form.kind === 'neighbourhood' ? (
        <SelectField
          label={t.neighbourhood}
          error={errorAt('code')}
          choices={choicesOf(drawn)}
          value={form.code}
          onChange={(code) => onChange({ code })}
        />
      ) : (
        <>
          <TextField
            label={t.street}
            hint={t.streetHint}
            error={errorAt('street')}
            maxLength={100}
            autoComplete="off"
            value={form.street}
            onChange={(event) => onChange({ street: event.target.value })}
          />
          <TextField
            label={t.town}
            error={errorAt('town')}
            maxLength={100}
            autoComplete="off"
            value={form.town}
            onChange={(event) => onChange({ town: event.target.value })}
          />
        </>
      )}
      <TextArea
        label={t.reason}
        hint={t.reasonHint}
        error={errorAt('reason')}
        value={form.reason}
        maxLength={500}
        isInvalid={errorAt('reason') !== null}
        onChange={(reason) => onChange({ reason })}
      />
      <TextField
        label={t.endsOn}
        hint={t.endsOnHint}
        error={errorAt('endsOn')}
        type="date"
        value={form.endsOn}
        onChange={(event) => onChange({ endsOn: event.target.value })}
      />
    </>
  );
}

/** By name; a municipality stands beside it when there are more. */
function choicesOf(drawn: readonly DrawnNeighbourhood[]) {
  const areas = drawn.map(({ neighbourhood }) => neighbourhood);
  const isOneTown = new Set(areas.map(({ municipalityName }) => municipalityName)).size === 1;
  return areas
    .filter(({ water }) => !water)
    .map(({ code, name, municipalityName }) => ({
      value: code,
      label: isOneTown ? name : `${name} (${municipalityName ?? code})`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
}
