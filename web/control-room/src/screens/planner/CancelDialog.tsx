import { useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { Visit } from '../../../../shared/src/api/types';
import { Alert, Button, Dialog, useLanguage } from '../../../../shared/src/components';
import type { Scope } from '../../../../shared/src/core/visit-form';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { usePlannerTexts, whenOf } from './planner-words';
import { ScopeField } from './ScopeField';
import { moveFault } from './use-planner';

interface CancelDialogProps {
  readonly visit: Visit;
  readonly cancel: (visit: Visit, scope: Scope) => Promise<ApiAnswer<unknown>>;
  readonly onClose: () => void;
  readonly onCancelled: (visit: Visit) => void;
}

/** Asks once, and of a series how much of it; afterwards it can be undone for a minute. */
export function CancelDialog({ visit, cancel, onClose, onCancelled }: CancelDialogProps) {
  const t = usePlannerTexts();
  const texts = useTexts();
  const { language } = useLanguage();
  const [scope, setScope] = useState<Scope>('one');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const go = async (): Promise<void> => {
    setBusy(true);
    const answer = await cancel(visit, scope);
    setBusy(false);
    if (answer.kind === 'ok') {
      onCancelled(visit);
    } else {
      setFault(moveFault(answer) === 'started' ? t.form.started : faultText(answer, texts));
    }
  };
  return (
    <Dialog title={t.form.cancelTitle} onClose={onClose}>
      <p className="utrecht-paragraph">
        <strong>{visit.workerName}</strong>, {whenOf(visit, language)}, {visit.place.address}
      </p>
      <p className="utrecht-paragraph">{t.form.cancelText}</p>
      {(visit.seriesId ?? null) === null ? null : (
        <ScopeField label={t.form.cancelScope} value={scope} onChange={setScope} />
      )}
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      <div className="aw-row">
        <Button look="danger" busy={busy} onClick={() => void go()}>
          {busy ? texts.app.working : t.form.cancelVisit}
        </Button>
        <Button onClick={onClose}>{t.form.keep}</Button>
      </div>
    </Dialog>
  );
}
