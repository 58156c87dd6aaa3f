import { useCallback, useState } from 'react';
import {
  Button,
  ChipsField,
  Heading,
  TextField,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { Meeting, MeetingSummary } from '../../../../shared/src/api/types';
import { momentOf, wallAt } from '../../../../shared/src/core/local-day';
import { countText } from '../../core/count-text';
import { mayAnswerForOthers, mayKeepTeamRecords } from '../../core/rights';
import { hashOf } from '../../core/route';
import type { TeamScope } from '../../shell/meeting-api';
import { Loading } from '../LoadFault';
import { IsMore, LongList } from '../LongList';
import { DialogForm } from '../preparation/DialogForm';
import { momentText } from '../preparation/preparation-words';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useTitle } from '../use-title';
import { TeamField } from './TeamField';
import { TogetherNav } from './TogetherNav';
import { useMeetingApi, useTogetherTexts } from './use-together';

const SCOPES: readonly TeamScope[] = ['team', 'all'];

/** The team's meetings: those to come, and those that were held. */
export function MeetingsPage() {
  const t = useTogetherTexts();
  const { me } = useSeat();
  const api = useMeetingApi();
  const [scope, setScope] = useState<TeamScope>('team');
  const [planning, setPlanning] = useState(false);
  const ask = useCallback(() => api.meetings(scope), [api, scope]);
  const list = useLoaded(ask);
  useTitle(t.meetings.title);
  const all = list.value?.items ?? [];
  return (
    <div className="aw-together">
      <TogetherNav current="meetings" />
      <div className="aw-together__top">
        <Heading level={1} focusOnShow>
          {t.meetings.title}
        </Heading>
        {mayKeepTeamRecords(me.roles) ? (
          <Button look="primary" onClick={() => setPlanning(true)}>
            {t.meetings.plan}
          </Button>
        ) : null}
      </div>
      <p className="utrecht-paragraph">{t.meetings.intro}</p>
      {mayAnswerForOthers(me.roles) ? (
        <div className="aw-row aw-together__fields">
          <ChipsField
            label={t.scope}
            choices={SCOPES.map((value) => ({ value, label: t.scopes[value] }))}
            value={scope}
            onChange={setScope}
          />
        </div>
      ) : null}
      <Loading of={list} />
      {list.value !== null && all.length === 0 ? (
        <div className="aw-board__empty">
          <p className="utrecht-paragraph aw-board__empty-title">{t.meetings.emptyTitle}</p>
          <p className="utrecht-paragraph">{t.meetings.emptyText}</p>
        </div>
      ) : null}
      <Group title={t.meetings.planned} all={all.filter((one) => one.state === 'planned')} />
      <Group title={t.meetings.held} all={all.filter((one) => one.state === 'finished')} />
      <IsMore of={list.value} />
      {planning ? (
        <WhenDialog
          title={t.meetings.plan}
          meeting={null}
          onClose={() => setPlanning(false)}
          onDone={(made) => {
            location.hash = hashOf({ page: 'meeting', meetingId: made.id });
          }}
        />
      ) : null}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly all: readonly MeetingSummary[];
}

function Group({ title, all }: GroupProps) {
  const t = useTogetherTexts().meetings;
  const { language } = useLanguage();
  if (all.length === 0) return null;
  return (
    <section className="aw-together__group">
      <Heading level={2}>
        {title} ({countText(all.length, language)})
      </Heading>
      <LongList className="aw-together__list" items={all}>
        {(one) => {
          const when = momentText(one.startsAt, language, 'long');
          return (
            <li key={one.id} className="aw-together__line">
              <strong>{when}</strong>
              <span>{one.teamName}</span>
              <span className="aw-quiet">{one.room ?? ''}</span>
              <a
                className="utrecht-link"
                href={hashOf({ page: 'meeting', meetingId: one.id })}
                aria-label={t.openThis(when)}
              >
                {t.open}
              </a>
            </li>
          );
        }}
      </LongList>
    </section>
  );
}

interface WhenDialogProps {
  readonly title: string;
  /** Null for a new one. */
  readonly meeting: Meeting | null;
  readonly onClose: () => void;
  readonly onDone: (meeting: Meeting) => void;
}

/** When and where a meeting is. */
export function WhenDialog({ title, meeting, onClose, onDone }: WhenDialogProps) {
  const t = useTogetherTexts().meetings;
  const texts = useTexts();
  const { me } = useSeat();
  const api = useMeetingApi();
  const known = meeting === null ? null : wallAt(Date.parse(meeting.startsAt));
  const [day, setDay] = useState(known?.day ?? '');
  const [time, setTime] = useState(known?.time ?? '09:00');
  const [room, setRoom] = useState(meeting?.room ?? '');
  const [teamId, setTeamId] = useState(me.teamId);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (day === '' || time === '') return;
    setBusy(true);
    const when = {
      startsAt: new Date(momentOf(day, time)).toISOString(),
      room: room.trim() === '' ? null : room.trim(),
    };
    const answer =
      meeting === null
        ? await api.plan({ teamId, ...when })
        : await api.act(meeting.id, 'moves', { version: meeting.version, ...when });
    setBusy(false);
    if (answer.kind === 'ok') onDone(answer.value);
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={title}
      submit={title}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {meeting === null ? <TeamField value={teamId} onChange={setTeamId} /> : null}
      <TextField
        label={t.day}
        error={tried && day === '' ? t.dayMissing : null}
        type="date"
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <TextField
        label={t.time}
        error={tried && time === '' ? t.timeMissing : null}
        type="time"
        value={time}
        onChange={(event) => setTime(event.target.value)}
      />
      <TextField
        label={t.room}
        autoComplete="off"
        maxLength={200}
        value={room}
        onChange={(event) => setRoom(event.target.value)}
      />
    </DialogForm>
  );
}
