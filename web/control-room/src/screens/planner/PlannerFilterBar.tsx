import type { PlannerWeek } from '../../../../shared/src/api/types';
import { Button, SelectField, SwitchField, TextField } from '../../../../shared/src/components';
import { ALL_OF_WEEK, type PlannerFilter, type PlannerRow } from '../../core/planner';
import { usePlannerTexts } from './planner-words';

interface PlannerFilterBarProps {
  readonly week: PlannerWeek;
  readonly filter: PlannerFilter;
  readonly rows: readonly PlannerRow[];
  readonly onChange: (filter: PlannerFilter) => void;
}

const ALL = '';

/** Narrows the week to a team, to somebody, or to who has something planned. */
export function PlannerFilterBar({ week, filter, rows, onChange }: PlannerFilterBarProps) {
  const t = usePlannerTexts();
  const visits = rows.reduce(
    (sum, { days }) => sum + days.reduce((more, day) => more + day.length, 0),
    0,
  );
  const isFiltering = filter.text !== '' || filter.teamId !== null || filter.onlyBusy;
  return (
    <div className="aw-planner__filter" role="search">
      <TextField
        label={t.search}
        type="search"
        autoComplete="off"
        data-aw-search
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <SelectField
        label={t.team}
        choices={[
          { value: ALL, label: t.allTeams },
          ...week.teams.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.teamId ?? ALL}
        onChange={(team) => onChange({ ...filter, teamId: team === ALL ? null : team })}
      />
      <SwitchField
        label={t.onlyBusy}
        on={filter.onlyBusy}
        onChange={(onlyBusy) => onChange({ ...filter, onlyBusy })}
      />
      {isFiltering ? (
        <Button look="quiet" onClick={() => onChange(ALL_OF_WEEK)}>
          {t.clearFilter}
        </Button>
      ) : null}
      <p className="utrecht-paragraph aw-quiet aw-planner__summary" role="status">
        {t.summary(visits, rows.length)}
      </p>
    </div>
  );
}
