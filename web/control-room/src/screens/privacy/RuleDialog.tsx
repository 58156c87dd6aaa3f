import { useMemo, useState } from 'react';
import { TextField, ofNow, useLoaded, useSettled } from '../../../../shared/src/components';
import type { RetentionRule } from '../../../../shared/src/api/types';
import { LoadFault } from '../LoadFault';
import { DialogForm } from '../preparation/DialogForm';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { usePrivacyApi, usePrivacyTexts } from './use-privacy';

/** A pause in typing, after which is counted what would go. */
const PAUSE_MS = 400;

interface RuleDialogProps {
  readonly rule: RetentionRule;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Another period; who shortens one sees first how much would go. */
export function RuleDialog({ rule, onClose, onSaved }: RuleDialogProps) {
  const t = usePrivacyTexts();
  const texts = useTexts();
  const api = usePrivacyApi();
  const [typed, setTyped] = useState(String(rule.amount));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const amount = amountIn(typed, rule);
  const period = t.periods.units[rule.unit];
  const submit = async (): Promise<void> => {
    setTried(true);
    if (amount === null) return;
    setBusy(true);
    const answer = await api.set(rule.rule, amount);
    setBusy(false);
    if (answer.kind === 'ok') onSaved();
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={t.rules[rule.rule]?.name ?? rule.rule}
      submit={t.periods.save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.periods.amount[rule.unit]}
        hint={t.periods.bounds(period(rule.shortest), period(rule.longest))}
        error={
          tried && amount === null
            ? t.periods.outside(String(rule.shortest), String(rule.longest))
            : null
        }
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <WouldGo rule={rule} amount={amount} />
    </DialogForm>
  );
}

interface WouldGoProps {
  readonly rule: RetentionRule;
  readonly amount: number | null;
}

/** What a shorter period would erase, counted when nobody types for a moment. */
function WouldGo({ rule, amount }: WouldGoProps) {
  const t = usePrivacyTexts().periods;
  const api = usePrivacyApi();
  const settled = useSettled(amount, PAUSE_MS);
  const ask = useMemo(
    () =>
      settled === null || settled >= rule.amount ? null : () => api.preview(rule.rule, settled),
    [api, rule, settled],
  );
  const gone = ofNow(useLoaded(ask));
  const shortens = amount !== null && amount < rule.amount;
  const isCounting = settled !== amount || gone.waiting;
  return (
    <>
      <p className="utrecht-paragraph" role="status">
        {shortens && isCounting ? t.counting : null}
        {shortens && !isCounting && gone.value !== null ? t.wouldGo(gone.value.records) : null}
      </p>
      {shortens && !isCounting ? <LoadFault of={gone} words={t.notCounted} /> : null}
    </>
  );
}

/** What was typed, when the rule allows it. */
function amountIn(typed: string, rule: RetentionRule): number | null {
  const amount = /^\d+$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;
  return amount >= rule.shortest && amount <= rule.longest ? amount : null;
}
