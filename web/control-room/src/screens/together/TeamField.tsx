import { useCallback } from 'react';
import { SelectField } from '../../../../shared/src/components';
import { mayKeepRecordsOfAllTeams } from '../../core/rights';
import { useSeat } from '../room-context';
import { useLoaded, useTogetherTexts } from './use-together';

interface TeamFieldProps {
  readonly value: string;
  readonly onChange: (teamId: string) => void;
}

/** Whose it is: only asked of whoever keeps it for more than one team. */
export function TeamField(props: TeamFieldProps) {
  const { me } = useSeat();
  return mayKeepRecordsOfAllTeams(me.roles) ? <Teams {...props} /> : null;
}

function Teams({ value, onChange }: TeamFieldProps) {
  const t = useTogetherTexts();
  const { me, room } = useSeat();
  const loaded = useLoaded(useCallback(() => room.api.teams(), [room]));
  const own = { id: me.teamId, name: me.teamName };
  const teams = (loaded.value?.items ?? [own]).toSorted((one, other) =>
    one.name.localeCompare(other.name, 'nl'),
  );
  return teams.length < 2 ? null : (
    <SelectField
      label={t.team}
      choices={teams.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
