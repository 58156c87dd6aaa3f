import { useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import { ALARM_RESULTS } from '../../../../shared/src/api/parse-drills';
import { ChipsField, SwitchField, TextField } from '../../../../shared/src/components';
import type { Drill, DrillSummary } from '../../../../shared/src/api/types';
import { momentOf } from '../../../../shared/src/core/local-day';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { filled, useMeansApi, useMeansTexts } from './use-means';

/** What is asked about a drill, or about drilling somewhere. */
export type DrillChange =
  | { readonly kind: 'plan'; readonly place: DrillSummary }
  | { readonly kind: 'rhythm'; readonly place: DrillSummary }
  | { readonly kind: 'finish'; readonly drill: Drill };

interface DrillActDialogProps {
  readonly change: DrillChange;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Plans one, says how often, or writes down what was found. */
export function DrillActDialog({ change, onClose, onDone }: DrillActDialogProps) {
  const all = useMeansTexts();
  const t = all.drill;
  const texts = useTexts();
  const api = useMeansApi();
  const { room } = useSeat();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('10:00');
  const [announced, announce] = useState(true);
  const [words, setWords] = useState('');
  const [months, setMonths] = useState(
    change.kind === 'rhythm' ? String(change.place.everyMonths) : '6',
  );
  const [result, setResult] = useState<(typeof ALARM_RESULTS)[number]>('works');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const plannedMs = day === '' || time === '' ? null : momentOf(day, time);
  const wrongMoment = plannedMs === null || plannedMs <= room.serverNowMs();
  const every = Number(months);
  const wrongMonths = !Number.isInteger(every) || every < 1 || every > 36;
  const send = (): Promise<ApiAnswer<unknown>> | null => {
    switch (change.kind) {
      case 'plan':
        return wrongMoment
          ? null
          : api.planDrill({
              workplaceId: change.place.workplaceId,
              plannedAt: new Date(plannedMs).toISOString(),
              announced,
              note: filled(words),
            });
      case 'rhythm':
        return wrongMonths ? null : api.setRhythm(change.place.workplaceId, every);
      case 'finish':
        return api.drillActs(change.drill.id).end({ alarmResult: result, text: filled(words) });
    }
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    const sent = send();
    if (sent === null) return;
    setBusy(true);
    const answer = await sent;
    setBusy(false);
    if (answer.kind === 'ok') onDone();
    else setFault(faultText(answer, texts));
  };
  const title =
    change.kind === 'finish'
      ? t.finishThis(change.drill.workplaceName ?? '')
      : change.kind === 'plan'
        ? t.planThis(change.place.workplaceName)
        : t.rhythmThis(change.place.workplaceName);
  return (
    <DialogForm
      title={title}
      submit={change.kind === 'finish' ? t.finish : all.save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {change.kind === 'plan' ? (
        <>
          <TextField
            label={t.day}
            error={tried && wrongMoment ? t.dayMissing : null}
            type="date"
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
          <TextField
            label={t.time}
            type="time"
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
          <SwitchField
            label={t.announced}
            hint={t.announcedHint}
            on={announced}
            onChange={announce}
          />
        </>
      ) : null}
      {change.kind === 'rhythm' ? (
        <TextField
          label={t.rhythmMonths}
          error={tried && wrongMonths ? t.rhythmWrong : null}
          inputMode="numeric"
          value={months}
          onChange={(event) => setMonths(event.target.value)}
        />
      ) : null}
      {change.kind === 'finish' ? (
        <ChipsField
          label={t.result}
          choices={ALARM_RESULTS.map((value) => ({ value, label: t.results[value] }))}
          value={result}
          onChange={setResult}
        />
      ) : null}
      {change.kind === 'rhythm' ? null : (
        <TextField
          label={change.kind === 'plan' ? t.note : t.said}
          autoComplete="off"
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
    </DialogForm>
  );
}
