import { useState } from 'react';
import { SelectField } from '../../../../shared/src/components';
import { DialogForm } from './DialogForm';
import { useSending, type MeasureDialogProps } from './measure-dialog';
import { useColleagues, usePreparationTexts } from './use-preparation';

/** Asks a colleague to come along or to stand by; only their own yes counts. */
export function AskDialog(props: MeasureDialogProps) {
  const { one, preparation, onClose } = props;
  const t = usePreparationTexts();
  const colleagues = useColleagues(one.measure, preparation.worker.personId);
  const sending = useSending(props);
  const [personId, setPersonId] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
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
      <SelectField
        label={t.fields.colleague}
        error={tried && personId === null ? t.faults.choice : atField}
        choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
    </DialogForm>
  );
}
