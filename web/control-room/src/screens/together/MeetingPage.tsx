import { useCallback, useEffect, useRef, useState } from 'react';
import {
  Alert,
  Button,
  Heading,
  TextField,
  useAnnounce,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { Meeting } from '../../../../shared/src/api/types';
import { hashOf } from '../../core/route';
import { Loading } from '../LoadFault';
import { DialogForm } from '../preparation/DialogForm';
import { momentText } from '../preparation/preparation-words';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useTitle } from '../use-title';
import { AgendaItem, nameOf } from './AgendaItem';
import { AttendancePart } from './AttendancePart';
import { DecisionDialog } from './DecisionDialog';
import { WhenDialog } from './MeetingsPage';
import { useMeetingApi, useTogetherTexts } from './use-together';
import './together.css';

type Asking = 'move' | 'cancel' | 'finish' | null;

/** One meeting: its agenda, the minutes while it goes on, and what was decided. */
export function MeetingPage({ meetingId }: { readonly meetingId: string }) {
  const t = useTogetherTexts();
  const api = useMeetingApi();
  const ask = useCallback(() => api.meeting(meetingId), [api, meetingId]);
  const loaded = useLoaded(ask);
  useTitle(t.meetings.title);
  return (
    <div className="aw-together">
      <a className="utrecht-link" href={hashOf({ page: 'meetings' })}>
        {t.meeting.back}
      </a>
      <Loading of={loaded} unknown={t.meeting.notFound} />
      {loaded.value === null ? null : <TheMeeting meeting={loaded.value} onChanged={loaded.set} />}
    </div>
  );
}

interface TheMeetingProps {
  readonly meeting: Meeting;
  readonly onChanged: (meeting: Meeting) => void;
}

function TheMeeting({ meeting, onChanged }: TheMeetingProps) {
  const t = useTogetherTexts().meeting;
  const texts = useTexts();
  const { language } = useLanguage();
  const api = useMeetingApi();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<Asking>(null);
  const [deciding, setDeciding] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const moved = useRef<string | null>(null);
  useEffect(() => {
    // The row went elsewhere in the document, and with it the focus.
    if (moved.current !== null) document.getElementById(moved.current)?.focus();
    moved.current = null;
  }, [meeting.items]);

  const take = (answer: ApiAnswer<Meeting>): boolean => {
    setFault(answer.kind === 'ok' ? null : faultText(answer, texts));
    if (answer.kind === 'ok') onChanged(answer.value);
    return answer.kind === 'ok';
  };
  const move = async (from: number, to: number): Promise<void> => {
    const order = meeting.items.map(({ id }) => id);
    const [id] = order.splice(from, 1);
    const item = meeting.items[from];
    if (id === undefined || item === undefined) return;
    order.splice(to, 0, id);
    moved.current = `${to < from ? 'up' : 'down'}-${id}`;
    if (take(await api.order(meeting.id, order))) {
      announce(t.moved(nameOf(item, t), to + 1));
    }
  };
  const mail = async (what: 'agenda' | 'minutes'): Promise<void> => {
    const answer = await api.mail(meeting.id, what);
    setFault(answer.kind === 'ok' ? null : faultText(answer, texts));
    if (answer.kind !== 'ok') return;
    const { told, unreachedNames } = answer.value;
    const missed = unreachedNames.length === 0 ? '' : ` ${t.unreached(unreachedNames.join(', '))}`;
    setSaid(t.mailed(told) + missed);
  };
  const finished = meeting.state === 'finished';
  const pdf = (kind: 'agenda' | 'minutes') =>
    `/api/v1/meetings/${meeting.id}/${kind}-pdf?language=${language}`;
  return (
    <>
      <Heading level={1} focusOnShow>
        {t.title(meeting.teamName)}
      </Heading>
      <p className="utrecht-paragraph">
        {momentText(meeting.startsAt, language, 'long')}
        {meeting.room === null ? '' : ` · ${meeting.room}`}
      </p>
      {finished && meeting.endedAt !== null ? (
        <p className="utrecht-paragraph aw-quiet">
          {t.fixed(meeting.endedByName ?? '', momentText(meeting.endedAt, language, 'long'))}
        </p>
      ) : null}
      {meeting.state === 'cancelled' ? (
        <Alert tone="info">
          <p className="utrecht-paragraph">{t.cancelled}</p>
        </Alert>
      ) : null}
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      <div className="aw-row">
        <a className="utrecht-link" href={pdf('agenda')} download>
          {t.printAgenda}
        </a>
        <a className="utrecht-link" href={pdf('minutes')} download>
          {t.printMinutes}
        </a>
        {meeting.mayChange ? (
          <>
            <Button onClick={() => void mail('agenda')}>{t.mailAgenda}</Button>
            <Button onClick={() => setAsking('move')}>{t.move}</Button>
            <Button look="quiet" onClick={() => setAsking('cancel')}>
              {t.cancel}
            </Button>
          </>
        ) : null}
        {finished ? (
          <Button look="primary" onClick={() => void mail('minutes')}>
            {t.mailMinutes}
          </Button>
        ) : null}
      </div>
      <p role="status" className="utrecht-paragraph">
        {said ?? ''}
      </p>
      <AttendancePart meeting={meeting} onAnswer={take} />
      <Heading level={2}>{t.agenda}</Heading>
      <ol className="aw-together__agenda">
        {meeting.items.map((item, at) => (
          <AgendaItem
            key={item.id}
            meeting={meeting}
            item={item}
            place={at}
            onMove={(to) => void move(at, to)}
            onRemove={() => void api.removeItem(meeting.id, item.id).then(take)}
            onDecide={() => setDeciding(item.id)}
          />
        ))}
      </ol>
      {meeting.mayChange ? (
        <>
          <AddItem onAdd={async (title) => take(await api.act(meeting.id, 'items', { title }))} />
          <div>
            <Button look="primary" large onClick={() => setAsking('finish')}>
              {t.finish}
            </Button>
          </div>
        </>
      ) : null}
      {deciding === null ? null : (
        <DecisionDialog
          meetingId={meeting.id}
          itemId={deciding}
          onClose={() => setDeciding(null)}
          onDone={(next) => {
            setDeciding(null);
            onChanged(next);
          }}
        />
      )}
      {asking === 'move' ? (
        <WhenDialog
          title={t.move}
          meeting={meeting}
          onClose={() => setAsking(null)}
          onDone={(next) => {
            setAsking(null);
            onChanged(next);
          }}
        />
      ) : null}
      {asking === 'cancel' || asking === 'finish' ? (
        <DialogForm
          title={t[asking]}
          submit={t[asking]}
          busy={false}
          fault={null}
          onSubmit={() => {
            const path = asking === 'cancel' ? 'cancellations' : 'finishes';
            setAsking(null);
            void api.act(meeting.id, path, undefined).then(take);
          }}
          onClose={() => setAsking(null)}
        >
          <p className="utrecht-paragraph">{asking === 'cancel' ? t.cancelSure : t.finishSure}</p>
        </DialogForm>
      ) : null}
    </>
  );
}

/** Something of one's own at the end of the agenda. */
function AddItem({ onAdd }: { readonly onAdd: (title: string) => Promise<boolean> }) {
  const t = useTogetherTexts().meeting;
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const words = title.trim();
  const submit = async (): Promise<void> => {
    setTried(true);
    if (words === '' || !(await onAdd(words))) return;
    setTitle('');
    setTried(false);
  };
  return (
    <form
      className="aw-row aw-together__fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={t.add}
        error={tried && words === '' ? t.addMissing : null}
        autoComplete="off"
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button type="submit">{t.addSave}</Button>
    </form>
  );
}
