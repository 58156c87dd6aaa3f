import { mayKeepRecordsOfAllTeams } from '../../core/rights';
import { LoadFault } from '../LoadFault';
import { NamedField } from '../NamedField';
import { useSeat } from '../room-context';
import { useTeams } from '../use-colleagues';
import { useTogetherTexts } from './use-together';

interface TeamFieldProps {
  readonly value: string;
  readonly onChange: (teamId: string) => void;
}

/** Whose it is: only asked of whoever keeps it for more than one team. */
export function TeamField(props: TeamFieldProps) {
  const { me } = useSeat();
  return mayKeepRecordsOfAllTeams(me.roles) ? <Teams {...props} /> : null;
}

function Teams(props: TeamFieldProps) {
  const t = useTogetherTexts();
  const teams = useTeams();
  return teams.value.items.length < 2 ? (
    <LoadFault of={teams} />
  ) : (
    <NamedField of={teams} label={t.team} {...props} />
  );
}
