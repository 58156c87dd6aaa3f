import type { Ref } from 'react';
import { Button, SelectField, TextField } from '../../../../shared/src/components';
import { isFiltering, NO_FILTER, type Filter } from '../../core/filter';
import { useTexts } from '../room-context';

interface BoardFilterProps {
  readonly filter: Filter;
  readonly teams: readonly string[];
  readonly onChange: (filter: Filter) => void;
  readonly box: Ref<HTMLDivElement>;
}

const STATES = ['overdue', 'running', 'planned', 'alarmed'] as const;
const ALL = '';

/** Narrows the list of watches; alarms are never filtered away. */
export function BoardFilter({ filter, teams, onChange, box }: BoardFilterProps) {
  const t = useTexts();
  return (
    <div className="aw-board__filter" role="search" ref={box}>
      <TextField
        label={t.board.search}
        type="search"
        value={filter.text}
        autoComplete="off"
        data-aw-search
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <SelectField
        label={t.board.team}
        choices={[
          { value: ALL, label: t.board.allTeams },
          ...teams.map((team) => ({ value: team, label: team })),
        ]}
        value={filter.team ?? ALL}
        onChange={(team) => onChange({ ...filter, team: team === ALL ? null : team })}
      />
      <SelectField
        label={t.board.state}
        choices={[
          { value: ALL, label: t.board.allStates },
          ...STATES.map((state) => ({ value: state, label: t.words.state[state] })),
        ]}
        value={filter.state ?? ALL}
        onChange={(state) => onChange({ ...filter, state: state === ALL ? null : state })}
      />
      {isFiltering(filter) ? (
        <Button look="quiet" onClick={() => onChange(NO_FILTER)}>
          {t.board.clearFilter}
        </Button>
      ) : null}
    </div>
  );
}
