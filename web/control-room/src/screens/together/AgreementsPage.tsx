import { useCallback, useState } from 'react';
import {
  Button,
  ChipsField,
  Heading,
  TextField,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { Agreement } from '../../../../shared/src/api/types';
import { addDays, dayOf } from '../../../../shared/src/core/local-day';
import { Loading } from '../LoadFault';
import { dayText } from '../places/say-day';
import { mayAnswerForOthers, mayKeepTeamRecords } from '../../core/rights';
import type { TeamScope } from '../../shell/meeting-api';
import { IsMore, LongList } from '../LongList';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { AgreementDialog, type AgreementChangeKind } from './AgreementDialog';
import { AgreementHistoryPart } from './AgreementHistory';
import { TogetherNav } from './TogetherNav';
import { useMeetingApi, useTogetherTexts } from './use-together';

const SCOPES: readonly TeamScope[] = ['team', 'all'];
const SHOWS = ['standing', 'due', 'ended'] as const;
type Show = (typeof SHOWS)[number];
const SOON_DAYS = 14;

interface Asking {
  readonly kind: AgreementChangeKind;
  readonly agreement: Agreement | null;
}

/** What the team agreed on, first what must be looked at again. */
export function AgreementsPage() {
  const t = useTogetherTexts();
  const { language } = useLanguage();
  const { me, room } = useSeat();
  const api = useMeetingApi();
  const [scope, setScope] = useState<TeamScope>('team');
  const [show, setShow] = useState<Show>('standing');
  const [asked, setAsked] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  const ended = show === 'ended';
  const ask = useCallback(() => api.agreements(scope, ended), [api, scope, ended]);
  const list = useLoaded(ask);
  useTitle(t.agreements.title);
  const today = dayOf(room.serverNowMs());
  const soon = addDays(today, SOON_DAYS);
  const all = list.value?.items ?? [];
  const shown = all.filter(
    (one) =>
      (show !== 'due' || one.reviewOn <= soon) &&
      `${one.words} ${one.ownerName} ${one.teamName}`
        .toLowerCase()
        .includes(asked.trim().toLowerCase()),
  );
  return (
    <div className="aw-together">
      <TogetherNav current="agreements" />
      <div className="aw-together__top">
        <Heading level={1} focusOnShow>
          {t.agreements.title}
        </Heading>
        <div className="aw-row">
          {mayKeepTeamRecords(me.roles) ? (
            <Button look="primary" onClick={() => setAsking({ kind: 'make', agreement: null })}>
              {t.agreements.add}
            </Button>
          ) : null}
          <a
            className="utrecht-link"
            href={`/api/v1/agreements/pdf?scope=${scope}&ended=${ended}&language=${language}`}
            download
          >
            {t.print}
          </a>
        </div>
      </div>
      <p className="utrecht-paragraph">{t.agreements.intro}</p>
      <div className="aw-row aw-together__fields">
        {mayAnswerForOthers(me.roles) ? (
          <ChipsField
            label={t.scope}
            choices={SCOPES.map((value) => ({ value, label: t.scopes[value] }))}
            value={scope}
            onChange={setScope}
          />
        ) : null}
        <ChipsField
          label={t.agreements.show}
          choices={SHOWS.map((value) => ({ value, label: t.agreements.shows[value] }))}
          value={show}
          onChange={setShow}
        />
        <TextField
          label={t.agreements.find}
          autoComplete="off"
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
        />
      </div>
      <Loading of={list} />
      {list.value !== null && shown.length === 0 ? (
        <div className="aw-board__empty">
          <p className="utrecht-paragraph aw-board__empty-title">
            {all.length === 0 ? t.agreements.emptyTitle : t.agreements.nothingFound}
          </p>
          {all.length === 0 ? <p className="utrecht-paragraph">{t.agreements.emptyText}</p> : null}
        </div>
      ) : null}
      <LongList className="aw-together__list" items={shown}>
        {(one) => (
          <OneAgreement
            key={`${one.id} ${one.version}`}
            one={one}
            isLate={one.endedAt === null && one.reviewOn <= today}
            onAct={(kind) => setAsking({ kind, agreement: one })}
          />
        )}
      </LongList>
      <IsMore of={list.value} />
      {asking === null ? null : (
        <AgreementDialog
          kind={asking.kind}
          agreement={asking.agreement}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            void list.again();
          }}
        />
      )}
    </div>
  );
}

interface OneAgreementProps {
  readonly one: Agreement;
  readonly isLate: boolean;
  readonly onAct: (kind: AgreementChangeKind) => void;
}

function OneAgreement({ one, isLate, onAct }: OneAgreementProps) {
  const t = useTogetherTexts().agreements;
  const { language } = useLanguage();
  const acts = [
    ['review', t.stillRight],
    ['change', t.change],
    ['end', t.end],
  ] as const;
  return (
    <li className={isLate ? 'aw-together__card aw-together__card--late' : 'aw-together__card'}>
      <p className="utrecht-paragraph aw-together__words">{one.words}</p>
      <p className="utrecht-paragraph aw-quiet">
        {one.ownerName} · {one.teamName} ·{' '}
        {one.endedAt === null
          ? t.reviewOn(dayText(one.reviewOn, language))
          : t.endedOn(dayText(one.endedAt, language))}
        {isLate ? <strong> · {t.late}</strong> : null}
      </p>
      {one.mayChange ? (
        <div className="aw-row">
          {acts.map(([kind, label]) => (
            <Button
              key={kind}
              look={kind === 'end' ? 'quiet' : 'secondary'}
              aria-label={t.which(label, one.words)}
              onClick={() => onAct(kind)}
            >
              {label}
            </Button>
          ))}
        </div>
      ) : null}
      <AgreementHistoryPart id={one.id} words={one.words} />
    </li>
  );
}
