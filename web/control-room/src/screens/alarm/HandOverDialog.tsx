import { useState } from 'react';
import { Button, ChipsField, Dialog } from '../../../../shared/src/components';
import type { AlarmPage } from '../../core/model';
import { sayNumber } from '../../core/say-number';
import { FaultLine } from '../FaultLine';
import { useSeat, useTexts } from '../room-context';
import { useAct } from '../use-act';

interface HandOverDialogProps {
  readonly page: AlarmPage;
  readonly onClose: () => void;
}

/** Offers the alarm to somebody else. It stays mine until they accept. */
export function HandOverDialog({ page, onClose }: HandOverDialogProps) {
  const t = useTexts();
  const { me } = useSeat();
  const act = useAct(page.alarm.id);
  const people = page.handOverTo.filter(({ personId }) => personId !== me.id);
  const [toPersonId, choose] = useState<string | null>(people[0]?.personId ?? null);
  const offer = async (): Promise<void> => {
    if (toPersonId !== null && (await act.send({ kind: 'hand-overs', toPersonId }))) {
      onClose();
    }
  };
  return (
    <Dialog title={t.handOver.title} onClose={onClose}>
      <p className="utrecht-paragraph">{t.handOver.text}</p>
      {people.length === 0 ? (
        <p className="utrecht-paragraph">{t.handOver.none}</p>
      ) : (
        <ChipsField
          label={t.handOver.to}
          choices={people.map(({ personId, name, phone }) => ({
            value: personId,
            label: phone === null ? name : `${name}, ${t.handOver.phone(sayNumber(phone))}`,
          }))}
          value={toPersonId}
          onChange={choose}
        />
      )}
      <FaultLine act={act} />
      <div className="aw-row">
        {people.length === 0 ? null : (
          <Button look="primary" busy={act.busy} onClick={() => void offer()}>
            {act.busy ? t.app.working : t.handOver.offer}
          </Button>
        )}
        <Button onClick={onClose}>{t.app.cancel}</Button>
      </div>
    </Dialog>
  );
}
