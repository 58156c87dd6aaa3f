import { useState } from 'react';
import { Button, SelectField, TextArea, TextField } from '../../../../shared/src/components';
import { LETTERS } from '../../../../shared/src/api/parse-incidents';
import type { Incident, Letter, MeasureToward } from '../../../../shared/src/api/types';
import { dayOf } from '../../../../shared/src/core/local-day';
import { DialogForm } from '../preparation/DialogForm';
import { useSeat } from '../room-context';
import { useIncidentTexts, useSayDay, type OneIncident } from './use-incidents';

interface LettersProps {
  readonly one: OneIncident;
  readonly incident: Incident;
  readonly measure: MeasureToward;
}

const USUAL: Partial<Record<MeasureToward['kind'], Letter['template']>> = {
  'building-ban': 'ban',
  'conduct-meeting': 'conversation',
};

/** The letters about one measure: begun from a template, read over, printed, noted as sent. */
export function Letters({ one, incident, measure }: LettersProps) {
  const { letters: t, words } = useIncidentTexts();
  const sayDay = useSayDay();
  const [writing, setWriting] = useState(false);
  const [editing, setEditing] = useState<Letter | null>(null);
  const [sending, setSending] = useState<Letter | null>(null);
  const letters = incident.letters.filter(({ measureId }) => measureId === measure.id);
  return (
    <>
      {letters.length === 0 ? null : <strong>{t.title}</strong>}
      <ul className="aw-incidents__list">
        {letters.map((letter) => (
          <li key={letter.id} className="aw-incidents__line">
            <div className="aw-incidents__what">
              <strong>{letter.subject}</strong>
              <span>{letter.sentOn === null ? t.draft : t.sent(sayDay(letter.sentOn))}</span>
            </div>
            <a
              className="aw-incidents__link"
              href={`/api/v1/incidents/${incident.id}/letters/${letter.id}/document`}
              download
            >
              {t.pdf}
            </a>
            {letter.sentOn === null ? (
              <div className="aw-row">
                <Button onClick={() => setEditing(letter)}>{t.edit}</Button>
                <Button onClick={() => setSending(letter)}>{t.send}</Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="aw-row">
        <Button onClick={() => setWriting(true)}>{t.write}</Button>
      </div>
      {writing ? (
        <WriteDialog
          one={one}
          measure={measure}
          words={words.letters}
          onClose={() => setWriting(false)}
        />
      ) : null}
      {editing === null ? null : (
        <EditDialog one={one} letter={editing} onClose={() => setEditing(null)} />
      )}
      {sending === null ? null : (
        <SendDialog one={one} letter={sending} onClose={() => setSending(null)} />
      )}
    </>
  );
}

interface WriteDialogProps {
  readonly one: OneIncident;
  readonly measure: MeasureToward;
  readonly words: Readonly<Record<Letter['template'], string>>;
  readonly onClose: () => void;
}

function WriteDialog({ one, measure, words, onClose }: WriteDialogProps) {
  const { letters: t } = useIncidentTexts();
  const [template, setTemplate] = useState<Letter['template']>(USUAL[measure.kind] ?? 'warning');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const refused = await one.act({
      path: `measures/${measure.id}/letters`,
      body: { template },
    });
    setBusy(false);
    if (refused === null) onClose();
    else setFault(refused.text);
  };
  return (
    <DialogForm
      title={t.write}
      submit={t.begin}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SelectField
        label={t.which}
        choices={LETTERS.map((value) => ({ value, label: words[value] }))}
        value={template}
        onChange={setTemplate}
      />
    </DialogForm>
  );
}

interface LetterDialogProps {
  readonly one: OneIncident;
  readonly letter: Letter;
  readonly onClose: () => void;
}

function EditDialog({ one, letter, onClose }: LetterDialogProps) {
  const { letters: t } = useIncidentTexts();
  const [subject, setSubject] = useState(letter.subject);
  const [body, setBody] = useState(letter.body);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    if (subject.trim() === '' || body.trim() === '') return;
    setBusy(true);
    const refused = await one.put({ path: `letters/${letter.id}`, body: { subject, body } });
    setBusy(false);
    if (refused === null) onClose();
    else setFault(refused.text);
  };
  return (
    <DialogForm
      title={t.edit}
      submit={t.save}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.subject}
        autoComplete="off"
        maxLength={200}
        lang="nl"
        error={subject.trim() === '' ? t.missing : null}
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
      />
      <TextArea
        label={t.body}
        maxLength={8000}
        lang="nl"
        isInvalid={body.trim() === ''}
        error={body.trim() === '' ? t.missing : null}
        value={body}
        onChange={setBody}
      />
    </DialogForm>
  );
}

function SendDialog({ one, letter, onClose }: LetterDialogProps) {
  const { letters: t } = useIncidentTexts();
  const { room } = useSeat();
  const today = dayOf(room.serverNowMs());
  const [sentOn, setSentOn] = useState(today);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const isWrong = sentOn === '' || sentOn > today;
  const submit = async (): Promise<void> => {
    if (isWrong) return;
    setBusy(true);
    const refused = await one.act({ path: `letters/${letter.id}/sendings`, body: { sentOn } });
    setBusy(false);
    if (refused === null) onClose();
    else setFault(refused.text);
  };
  return (
    <DialogForm
      title={t.send}
      submit={t.send}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.sentOn}
        type="date"
        max={today}
        error={isWrong ? t.sentWrong : null}
        value={sentOn}
        onChange={(event) => setSentOn(event.target.value)}
      />
    </DialogForm>
  );
}
