import { useState } from 'react';
import { Alert, Button, CheckField, Dialog } from '../../../../shared/src/components';
import { closureOf, emptyForm, faultsOf, type ClosingForm } from '../../core/closing';
import type { AlarmPage, Closure } from '../../core/model';
import { FaultLine } from '../FaultLine';
import { nameIn } from '../board/alarm-words';
import { Facts, type Fact } from '../Facts';
import { useTexts } from '../room-context';
import { useIncidentOfAlarm } from '../incidents/OpenIncident';
import { useIncidentTexts } from '../incidents/use-incidents';
import { useAct } from '../use-act';
import { ClosingFields } from './ClosingFields';

interface ClosingDialogProps {
  readonly page: AlarmPage;
  readonly onClose: () => void;
  readonly onClosed: (workerName: string) => void;
}

/** Closes an alarm in two steps: a closed alarm can't be opened again, so it is read once more. */
export function ClosingDialog({ page, onClose, onClosed }: ClosingDialogProps) {
  const t = useTexts();
  const { alarm: incident } = useIncidentTexts();
  const { alarm } = page;
  const act = useAct(alarm.id);
  const [form, setForm] = useState<ClosingForm>(() => emptyForm(alarm));
  const [checked, setChecked] = useState(false);
  const closure = closureOf(form);
  const [step, setStep] = useState<'form' | 'summary'>('form');
  const [isIncident, setIsIncident] = useState(false);
  const openIncident = useIncidentOfAlarm(alarm.id);

  if (step === 'summary' && closure !== null) {
    const confirm = async (): Promise<void> => {
      if (await act.send({ kind: 'closures', ...closure })) {
        // When it could not be opened, the page of the closed alarm still offers it.
        if (isIncident) await openIncident(closure.text ?? null);
        else onClosed(nameIn(alarm, t));
      }
    };
    return (
      <Dialog key="summary" title={t.closing.summary} onClose={onClose}>
        <div tabIndex={-1} ref={startHere} className="aw-alarm__summary">
          <Facts facts={summaryOf(closure, page, t)} />
        </div>
        <Alert tone="warning">
          <p className="utrecht-paragraph">{t.closing.summaryText}</p>
        </Alert>
        <FaultLine act={act} />
        <div className="aw-row">
          <Button look="primary" busy={act.busy} onClick={() => void confirm()}>
            {act.busy ? t.app.working : t.closing.confirm}
          </Button>
          <Button onClick={() => setStep('form')}>{t.closing.change}</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog key="form" title={t.closing.title} onClose={onClose}>
      <form
        className="aw-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (closure !== null) {
            setStep('summary');
          }
        }}
      >
        <ClosingFields
          page={page}
          form={form}
          faults={checked ? faultsOf(form) : []}
          onChange={setForm}
        />
        {alarm.drill ? null : (
          <CheckField label={incident.check} checked={isIncident} onChange={setIsIncident} />
        )}
        <div className="aw-row">
          <Button look="primary" type="submit">
            {t.closing.toSummary}
          </Button>
          <Button onClick={onClose}>{t.app.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The focus begins at what is to be read, not at the button: a second Enter must not close. */
function startHere(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}

function summaryOf(closure: Closure, page: AlarmPage, t: ReturnType<typeof useTexts>): Fact[] {
  const { outcome, cause, text } = closure;
  return [
    { name: t.alarm.who, value: nameIn(page.alarm, t) },
    { name: t.closing.outcome, value: t.words.outcome[outcome] },
    ...(cause ? [{ name: t.closing.cause, value: t.words.cause[cause] }] : []),
    ...(text ? [{ name: t.closing.text, value: text }] : []),
    ...(page.watch === null
      ? []
      : [
          {
            name: t.closing.watch,
            value: closure.watchGoesOn ? t.closing.watchGoesOn : t.closing.watchEnds,
          },
        ]),
  ];
}
