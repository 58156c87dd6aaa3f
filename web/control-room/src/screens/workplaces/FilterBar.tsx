import { type LoneWorkplace, WORKPLACE_KINDS } from '../../../../shared/src/api/parse-workplaces';
import { Button, SelectField, TextField } from '../../../../shared/src/components';
import { ALL_WORKPLACES, type WorkplaceFilter } from '../../core/workplaces';
import { useWorkplaceTexts } from './use-workplaces';

interface FilterBarProps {
  readonly all: readonly LoneWorkplace[];
  readonly filter: WorkplaceFilter;
  readonly onChange: (filter: WorkplaceFilter) => void;
}

const DECISIONS = ['all', 'none', 'allowed', 'with-measures', 'never'] as const;
const ONLY = ['all', 'overdue', 'gap'] as const;

/** Narrows the list of workplaces. */
export function FilterBar({ all, filter, onChange }: FilterBarProps) {
  const t = useWorkplaceTexts();
  const words = t.filter;
  const teams = [...new Map(all.map(({ teamId, teamName }) => [teamId, teamName]))];
  return (
    <div className="aw-workplaces__filter" role="search">
      <TextField
        label={words.search}
        type="search"
        autoComplete="off"
        maxLength={100}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      {teams.length < 2 ? null : (
        <SelectField
          label={words.team}
          choices={[
            { value: 'all', label: words.all },
            ...teams.map(([value, label]) => ({ value, label })),
          ]}
          value={filter.team}
          onChange={(team) => onChange({ ...filter, team })}
        />
      )}
      <SelectField
        label={words.kind}
        choices={(['all', ...WORKPLACE_KINDS] as const).map((value) => ({
          value,
          label: value === 'all' ? words.all : t.kinds[value],
        }))}
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <SelectField
        label={words.decision}
        choices={DECISIONS.map((value) => ({
          value,
          label: value === 'all' ? words.all : value === 'none' ? words.none : t.outcomes[value],
        }))}
        value={filter.decision}
        onChange={(decision) => onChange({ ...filter, decision })}
      />
      <SelectField
        label={words.only}
        choices={ONLY.map((value) => ({
          value,
          label: value === 'all' ? words.onlyAll : words[value],
        }))}
        value={filter.only}
        onChange={(only) => onChange({ ...filter, only })}
      />
      {filter === ALL_WORKPLACES ? null : (
        <Button look="quiet" onClick={() => onChange(ALL_WORKPLACES)}>
          {t.clearFilter}
        </Button>
      )}
    </div>
  );
}
