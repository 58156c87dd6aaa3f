import { useState } from 'react';
import { Button, Dialog } from '../../../../shared/src/components';
import { hashOf } from '../../core/route';
import { FaultLine } from '../FaultLine';
import { NamedField } from '../NamedField';
import { useSeat, useTexts } from '../room-context';
import { useDrill } from '../use-act';
import { useTeams } from '../use-colleagues';

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
        <NamedField of={teams} label={t.drill.team} value={teamId} onChange={chooseTeam} />
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
