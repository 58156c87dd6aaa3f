import { useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import { Button, Dialog } from '../../../../shared/src/components';
import type { ReachabilityAgreement } from '../../../../shared/src/api/types';
import { sayNumber } from '../../core/say-number';
import { reachApi } from '../../shell/reach-api';
import { FaultLine } from '../FaultLine';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useHouseRulesTexts } from './use-house-rules';

interface EndReachDialogProps {
  readonly agreement: ReachabilityAgreement;
  readonly onEnded: () => void;
  readonly onClose: () => void;
}

/** An agreement cannot be taken back once it was called off, so it is asked first. */
export function EndReachDialog({ agreement, onEnded, onClose }: EndReachDialogProps) {
  const t = useHouseRulesTexts();
  const texts = useTexts();
  const { api } = useSeat();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<ApiAnswer<unknown> | null>(null);
  const end = async (): Promise<void> => {
    setBusy(true);
    const answer = await reachApi(api).end(agreement.id);
    setBusy(false);
    if (answer.kind === 'ok') onEnded();
    else setFailed(answer);
  };
  const fault = failed === null ? null : faultText(failed, texts);
  return (
    <Dialog title={t.reach.endTitle} onClose={onClose}>
      <p className="utrecht-paragraph">
        {t.reach.contact(agreement.contactName, sayNumber(agreement.phone))}
      </p>
      <p className="utrecht-paragraph">{t.reach.endText}</p>
      <FaultLine act={{ fault, canRetry: false, busy }} />
      <div className="aw-row">
        <Button look="primary" busy={busy} onClick={() => void end()}>
          {t.reach.end}
        </Button>
        <Button onClick={onClose}>{t.reach.keep}</Button>
      </div>
    </Dialog>
  );
}
