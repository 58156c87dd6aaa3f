import { useEffect, useState } from 'react';
import { Button, Dialog, SelectField } from '../../../../shared/src/components';
import type { Team } from '../../core/model';
import { hashOf } from '../../core/route';
import { FaultLine } from '../FaultLine';
import { useSeat, useTexts } from '../room-context';
import { useDrill } from '../use-act';

interface DrillDialogProps {
  /** Where it is held; without one the ladder of a team is tried. */
  readonly at?: { readonly workplaceId: string; readonly name: string };
  /** The one that was planned. */
  readonly drillId?: string;
  readonly onClose: () => void;
}

/** Starts a drill: a real run of the ladder that everybody can see is a test. */
export function DrillDialog({ at, drillId, onClose }: DrillDialogProps) {
  const t = useTexts();
  const { me } = useSeat();
  const teams = useTeams();
  const drill = useDrill();
  const [teamId, chooseTeam] = useState(me.teamId);
  const start = async (): Promise<void> => {
    const where = at === undefined ? { teamId } : { workplaceId: at.workplaceId };
    const alarm = await drill.start(drillId === undefined ? where : { ...where, drillId });
    if (alarm !== null) {
      onClose();
      location.hash = hashOf({ page: 'alarm', alarmId: alarm.id });
    }
  };
  return (
    <Dialog title={t.drill.title} onClose={onClose}>
      <p className="utrecht-paragraph">{t.drill.text}</p>
      {at === undefined ? (
        <SelectField
          label={t.drill.team}
          choices={
            teams.length === 0
              ? [{ value: me.teamId, label: me.teamName }]
              : teams.map(({ id, name }) => ({ value: id, label: name }))
          }
          value={teamId}
          onChange={chooseTeam}
        />
      ) : (
        <p className="utrecht-paragraph">
          <strong>{at.name}</strong>
        </p>
      )}
      <FaultLine act={drill} />
      <div className="aw-row">
        <Button look="primary" busy={drill.busy} onClick={() => void start()}>
          {drill.busy ? t.app.working : t.drill.start}
        </Button>
        <Button onClick={onClose}>{t.app.cancel}</Button>
      </div>
    </Dialog>
  );
}

function useTeams(): readonly Team[] {
  const { room } = useSeat();
  const [teams, setTeams] = useState<readonly Team[]>([]);
  useEffect(() => {
    let wanted = true;
    void room.api.teams().then((answer) => {
      if (wanted && answer.kind === 'ok') {
        setTeams(answer.value.items);
      }
    });
    return () => {
      wanted = false;
    };
  }, [room]);
  return teams;
}
