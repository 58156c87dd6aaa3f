import { useState } from 'react';
import { TextField } from '../../../../shared/src/components';
import { DialogForm } from './DialogForm';
import { useSending, type MeasureDialogProps } from './measure-dialog';
import { usePreparationTexts } from './use-preparation';

const LONGEST = 500;

interface ReasonDialogProps extends MeasureDialogProps {
  readonly kind: 'waive' | 'unwaive' | 'withdraw' | 'unask';
}

/** Goes without a measure, or takes something back: with a reason, which a waiver cannot do without. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { kind, one, onClose } = props;
  const t = usePreparationTexts();
  const sending = useSending(props);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isWaiver = kind === 'waive';
  const text = isWaiver ? t.waiveText : kind === 'unask' ? t.unaskText : t.withdrawText;
  const words = reason.trim();
  const isMissing = isWaiver && words === '';
  const submit = (): void => {
    setTried(true);
    if (isMissing) return;
    void sending.send(
      isWaiver
        ? { kind: 'waivers', body: { reason: words } }
        : { kind: 'withdrawals', body: { reason: words === '' ? null : words } },
      kind,
    );
  };
  const atField = sending.fault?.field === 'reason' ? sending.fault.text : null;
  return (
    <DialogForm
      title={`${t.acts[kind]}: ${t.measures[one.measure]}`}
      submit={t.acts[kind]}
      busy={sending.busy}
      fault={atField === null ? (sending.fault?.text ?? null) : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="utrecht-paragraph">{text}</p>
      <TextField
        label={isWaiver ? t.waiveReason : t.withdrawReason}
        hint={t.waiveHint}
        error={tried && isMissing ? t.faults.reason : atField}
        required={isWaiver}
        autoComplete="off"
        maxLength={LONGEST}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </DialogForm>
  );
}
