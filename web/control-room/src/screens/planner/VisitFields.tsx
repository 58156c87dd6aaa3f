import type { PlannerWeek, TravelMode, VisitWarning } from '../../../../shared/src/api/types';
import {
  SelectField,
  SwitchField,
  TextField,
  useSharedText,
} from '../../../../shared/src/components';
import {
  REPEATS,
  withStart,
  type FormField,
  type VisitForm,
} from '../../../../shared/src/core/visit-form';
import { Icon } from '../Icon';
import { useTexts } from '../room-context';
import { usePlannerTexts, warningText } from './planner-words';
import { ScopeField } from './ScopeField';

interface VisitFieldsProps {
  readonly week: PlannerWeek;
  readonly form: VisitForm;
  readonly isNew: boolean;
  readonly isOfSeries: boolean;
  readonly warnings: readonly VisitWarning[];
  readonly errorAt: (field: FormField) => string | null;
  readonly onChange: (part: Partial<VisitForm>) => void;
}

const MODES: readonly TravelMode[] = ['car', 'bicycle', 'walking', 'public-transport', 'other'];
const NONE = '';

/** The fields of a visit in the order in which people think of them. */
export function VisitFields(props: VisitFieldsProps) {
  const { week, form, isNew, isOfSeries, warnings, errorAt, onChange } = props;
  const t = usePlannerTexts();
  const shared = useSharedText();
  const texts = useTexts();
  const people = [...week.people].sort((one, other) => one.name.localeCompare(other.name, 'nl'));
  const about = (...kinds: readonly VisitWarning['kind'][]): readonly VisitWarning[] =>
    warnings.filter(({ kind }) => kinds.includes(kind));
  return (
    <>
      <SelectField
        label={t.form.worker}
        error={errorAt('workerId')}
        choices={[
          ...(form.workerId === null ? [{ value: NONE, label: t.form.choose }] : []),
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={form.workerId ?? NONE}
        onChange={(id) => onChange({ workerId: id === NONE ? null : id })}
      />
      <TextField
        label={shared.visitForm.address}
        hint={shared.visitForm.addressHint}
        error={errorAt('address')}
        autoComplete="off"
        maxLength={200}
        value={form.address}
        onChange={(event) => onChange({ address: event.target.value })}
      />
      <div className="aw-visit-form__row">
        <TextField
          label={shared.visitForm.floor}
          autoComplete="off"
          maxLength={80}
          value={form.floor}
          onChange={(event) => onChange({ floor: event.target.value })}
        />
        <TextField
          label={t.form.purpose}
          hint={t.form.purposeHint}
          autoComplete="off"
          maxLength={200}
          value={form.purpose}
          onChange={(event) => onChange({ purpose: event.target.value })}
        />
      </div>
      <div className="aw-visit-form__row aw-visit-form__row--when">
        <TextField
          label={shared.visitForm.day}
          type="date"
          error={errorAt('day')}
          value={form.day}
          onChange={(event) => onChange({ day: event.target.value })}
        />
        <TextField
          label={shared.visitForm.from}
          type="time"
          error={errorAt('from')}
          value={form.from}
          onChange={(event) => onChange(withStart(form, event.target.value))}
        />
        <TextField
          label={shared.visitForm.until}
          type="time"
          error={errorAt('until')}
          value={form.until}
          onChange={(event) => onChange({ until: event.target.value })}
        />
      </div>
      <Warnings items={about('overlap', 'travel', 'no-standby')} />
      <div className="aw-visit-form__row">
        <SelectField
          label={t.form.travel}
          choices={MODES.map((mode) => ({ value: mode, label: texts.words.travel[mode] }))}
          value={form.travelMode}
          onChange={(travelMode) => onChange({ travelMode })}
        />
        <TextField
          label={shared.visitForm.travelMinutes}
          error={errorAt('travelMinutes')}
          inputMode="numeric"
          maxLength={3}
          value={form.travelMinutes}
          onChange={(event) => onChange({ travelMinutes: event.target.value })}
        />
      </div>
      {week.vehicles.length === 0 ? null : (
        <SelectField
          label={t.form.vehicle}
          choices={[{ value: NONE, label: t.form.noVehicle }, ...vehicleChoices(week, form, t)]}
          value={form.vehicleId ?? NONE}
          onChange={(id) => onChange({ vehicleId: id === NONE ? null : id })}
        />
      )}
      <Warnings items={about('vehicle')} />
      <SwitchField
        label={t.form.highRisk}
        hint={t.form.highRiskHint}
        on={form.highRisk}
        onChange={(highRisk) => onChange({ highRisk })}
      />
      {isNew ? (
        <div className="aw-visit-form__row">
          <SelectField
            label={t.form.repeats}
            choices={REPEATS.map((value) => ({
              value,
              label: shared.visitForm.repeatChoices[value],
            }))}
            value={form.repeats}
            onChange={(repeats) => onChange({ repeats })}
          />
          {form.repeats === 'never' ? null : (
            <TextField
              label={shared.visitForm.lastDay}
              type="date"
              error={errorAt('lastDay')}
              min={form.day}
              value={form.lastDay}
              onChange={(event) => onChange({ lastDay: event.target.value })}
            />
          )}
        </div>
      ) : null}
      {isOfSeries ? (
        <ScopeField
          label={t.form.scope}
          value={form.scope}
          onChange={(scope) => onChange({ scope })}
        />
      ) : null}
    </>
  );
}

/** What does not go together, beside the field that would mend it. Read out when it appears. */
function Warnings({ items }: { readonly items: readonly VisitWarning[] }) {
  const t = usePlannerTexts();
  return (
    <div className="aw-visit-form__warnings" role="status">
      {items.length === 0 ? null : (
        <>
          <ul>
            {items.map((warning) => (
              <li key={`${warning.kind} ${warning.otherVisitId ?? ''}`}>
                <Icon name="overdue" /> {warningText(warning, t)}
              </li>
            ))}
          </ul>
          <p className="utrecht-paragraph aw-quiet">{t.warnings.hint}</p>
        </>
      )}
    </div>
  );
}

/** Those of who goes first, then those of others with their owner's name. */
function vehicleChoices(week: PlannerWeek, form: VisitForm, t: ReturnType<typeof usePlannerTexts>) {
  const names = new Map(week.people.map(({ id, name }) => [id, name]));
  const isOwn = (personId: string): boolean => personId === form.workerId;
  return [...week.vehicles]
    .sort((one, other) => Number(isOwn(other.personId)) - Number(isOwn(one.personId)))
    .map(({ id, personId, description }) => ({
      value: id,
      label: isOwn(personId)
        ? description
        : t.form.vehicleOf(description, names.get(personId) ?? t.form.somebody),
    }));
}
