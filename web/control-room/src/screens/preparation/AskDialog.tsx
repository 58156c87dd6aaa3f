import { useState } from 'react';
import type { Colleague } from '../../shell/people-api';
import { NamedField } from '../NamedField';
import { useColleagues } from '../use-colleagues';
import { DialogForm } from './DialogForm';
import { useSending, type MeasureDialogProps } from './measure-dialog';
import { usePreparationTexts } from './use-preparation';

/** Asks a colleague to come along or to stand by; only their own yes counts. */
export function AskDialog(props: MeasureDialogProps) {
  const { one, preparation, onClose } = props;
  const t = usePreparationTexts();
  const colleagues = useColleagues();
  const sending = useSending(props);
  const [personId, setPersonId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  /** Whoever comes along is a worker, whoever stands by can act on an alarm. */
  const fits = ({ id, roles }: Colleague): boolean =>
    id !== preparation.worker.personId &&
    (one.measure === 'DUO'
      ? roles.includes('worker')
      : roles.includes('standby') || roles.includes('supervisor'));
  const atField = sending.fault?.field === 'personId' ? sending.fault.text : null;
  return (
    <DialogForm
      title={`${t.acts.ask}: ${t.measures[one.measure]}`}
      submit={t.acts.ask}
      busy={sending.busy}
      fault={atField === null ? (sending.fault?.text ?? null) : null}
      onSubmit={() => {
        setTried(true);
        if (personId !== null) void sending.send({ kind: 'requests', body: { personId } }, 'ask');
      }}
      onClose={onClose}
    >
      <NamedField
        of={colleagues}
        fits={fits}
        label={t.fields.colleague}
        error={tried && personId === null ? t.faults.choice : atField}
        value={personId}
        onChange={setPersonId}
      />
    </DialogForm>
  );
}
