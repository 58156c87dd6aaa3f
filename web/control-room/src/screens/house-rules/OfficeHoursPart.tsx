import { useState } from 'react';
import { SwitchField, TextField } from '../../../../shared/src/components';
import { hourEntries } from '../../core/house-rules';
import {
  faultOf,
  weekFault,
  withOpen,
  withTime,
  type DayForm,
  type HoursField,
} from '../../core/office-hours';
import type { HouseRules } from '../../shell/house-rules';
import { NamedField } from '../NamedField';
import { useSeat } from '../room-context';
import { useTeams } from '../use-colleagues';
import { SheetFrame, type Editing } from './SheetFrame';
import { useHouseRulesTexts } from './use-house-rules';

type Week = readonly DayForm[];

/** To the server a week without a day is the usual one. */
const STANDARD: Week = [];

interface OfficeHoursPartProps {
  readonly rules: HouseRules;
  readonly canEdit: boolean;
}

/** When each team is at the office. */
export function OfficeHoursPart({ rules, canEdit }: OfficeHoursPartProps) {
  const t = useHouseRulesTexts();
  const { me } = useSeat();
  const teams = useTeams();
  const [teamId, setTeamId] = useState(me.teamId);
  return (
    <>
      <p className="utrecht-paragraph">{t.hours.holidays}</p>
      <NamedField of={teams} label={t.hours.team} value={teamId} onChange={setTeamId} />
      <SheetFrame
        key={teamId}
        line={rules.hoursOf(teamId)}
        canEdit={canEdit}
        entriesOf={(week) => hourEntries(week, t.hours.days)}
        standard={{ by: STANDARD }}
        faultOf={(week) => {
          switch (weekFault(week)) {
            case 'none-open':
              return t.hours.noneOpen;
            case 'a-day':
              return t.save.refused;
            case null:
              return null;
          }
        }}
      >
        {(editing, tried) => <WeekFields editing={editing} tried={tried} />}
      </SheetFrame>
    </>
  );
}

interface WeekFieldsProps {
  readonly editing: Editing<Week>;
  readonly tried: boolean;
}

function WeekFields({ editing, tried }: WeekFieldsProps) {
  const { draft, canEdit, change } = editing;
  const t = useHouseRulesTexts();
  return (
    <>
      <ul className="aw-rules__list" aria-label={t.parts['office-hours']}>
        {draft.map((day, at) =>
          canEdit ? (
            <li key={at} className="aw-rules__day">
              <SwitchField
                label={t.hours.open(t.hours.days[at] ?? '')}
                on={day.open}
                onChange={(open) => change(withOpen(draft, at, open))}
              />
              {day.open ? (
                <DayTimes
                  day={day}
                  name={t.hours.days[at] ?? ''}
                  tried={tried}
                  onTime={(field, time) => change(withTime(draft, at, field, time))}
                />
              ) : (
                <p className="utrecht-paragraph aw-quiet">{t.hours.closed}</p>
              )}
            </li>
          ) : (
            <li key={at} className="aw-rules__item">
              {day.open
                ? t.hours.of(t.hours.days[at] ?? '', day.from, day.until)
                : `${t.hours.days[at] ?? ''}: ${t.hours.closed}`}
            </li>
          ),
        )}
      </ul>
      <p className="utrecht-paragraph aw-quiet">{t.hours.earlier}</p>
    </>
  );
}

interface DayTimesProps {
  readonly day: DayForm;
  readonly name: string;
  readonly tried: boolean;
  readonly onTime: (field: HoursField, time: string) => void;
}

function DayTimes({ day, name, tried, onTime }: DayTimesProps) {
  const t = useHouseRulesTexts();
  const fault = tried ? faultOf(day) : null;
  return (
    <div className="aw-rules__times" role="group" aria-label={name}>
      {(['from', 'until'] as const).map((field) => (
        <TextField
          key={field}
          label={t.hours[field]}
          type="time"
          value={day[field]}
          error={fault === field ? t.hours.faults[field] : null}
          onChange={(event) => onTime(field, event.target.value)}
        />
      ))}
    </div>
  );
}
