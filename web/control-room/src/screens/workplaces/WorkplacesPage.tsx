import { useCallback, useState } from 'react';
import {
  Alert,
  Button,
  Heading,
  SwitchField,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { LoneWorkplace } from '../../../../shared/src/api/parse-workplaces';
import { countText } from '../../core/count-text';
import { mayKeepWorkplaces } from '../../core/rights';
import { hashOf } from '../../core/route';
import {
  ALL_WORKPLACES,
  gapsOf,
  isOverdue,
  shownWorkplaces,
  wholeMinutes,
} from '../../core/workplaces';
import type { WorkplaceList } from '../../shell/workplace-api';
import { Icon } from '../Icon';
import { Loading } from '../LoadFault';
import { IsMore, LongList } from '../LongList';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { FieldsDialog } from './FieldsDialog';
import { FilterBar } from './FilterBar';
import { useDay, useWorkplaceApi, useWorkplaceTexts } from './use-workplaces';
import './workplaces.css';

/** All lone workplaces: how each stands, and which ask for attention. */
export default function WorkplacesPage() {
  const t = useWorkplaceTexts();
  const { me } = useSeat();
  const api = useWorkplaceApi();
  const [ended, setEnded] = useState(false);
  const [adding, setAdding] = useState(false);
  const list = useLoaded(useCallback(() => api.all(ended), [api, ended]));
  useTitle(t.title);
  const mayKeep = mayKeepWorkplaces(me.roles);
  return (
    <div className="aw-workplaces">
      <div className="aw-workplaces__top">
        <Heading level={1} focusOnShow>
          {t.title}
        </Heading>
        <div className="aw-row">
          {mayKeep ? (
            <Button look="primary" onClick={() => setAdding(true)}>
              {t.add}
            </Button>
          ) : null}
          <a className="aw-workplaces__link" href="/api/v1/workplace-inventory" download>
            {t.printPdf}
          </a>
          <a
            className="aw-workplaces__link"
            href="/api/v1/workplace-inventory?format=xlsx"
            download
          >
            {t.printXlsx}
          </a>
        </div>
      </div>
      <p className="utrecht-paragraph">{t.intro}</p>
      <Loading of={list} />
      {list.value === null ? null : <Shown list={list.value} ended={ended} onEnded={setEnded} />}
      {adding ? (
        <FieldsDialog
          workplace={null}
          part="work"
          onClose={() => setAdding(false)}
          onSaved={({ id }) => {
            location.hash = hashOf({ page: 'workplace', workplaceId: id });
          }}
        />
      ) : null}
    </div>
  );
}

interface ShownProps {
  readonly list: WorkplaceList;
  readonly ended: boolean;
  readonly onEnded: (ended: boolean) => void;
}

function Shown({ list, ended, onEnded }: ShownProps) {
  const all = list.items;
  const t = useWorkplaceTexts();
  const { room } = useSeat();
  const { language } = useLanguage();
  const [filter, setFilter] = useState(ALL_WORKPLACES);
  const now = room.serverNowMs();
  const shown = shownWorkplaces(all, filter, now);
  return (
    <>
      {all.length === 0 ? (
        <Alert tone="info">
          <Heading level={2}>{t.emptyTitle}</Heading>
          <p className="utrecht-paragraph">{t.emptyText}</p>
        </Alert>
      ) : (
        <FilterBar all={all} filter={filter} onChange={setFilter} />
      )}
      <SwitchField label={t.withEnded} on={ended} onChange={onEnded} />
      {all.length === 0 ? null : (
        <p className="utrecht-paragraph aw-quiet" role="status">
          {shown.length === 0
            ? t.noMatch
            : t.shown(countText(shown.length, language), countText(all.length, language))}
        </p>
      )}
      <LongList className="aw-workplaces__list" items={shown}>
        {(one) => <Line key={one.id} one={one} isLate={isOverdue(one, now)} />}
      </LongList>
      <IsMore of={list} />
    </>
  );
}

function Line({ one, isLate }: { readonly one: LoneWorkplace; readonly isLate: boolean }) {
  const t = useWorkplaceTexts();
  const day = useDay();
  const { worst, decision, openMeasures, overdueMeasures } = one.summary;
  const gaps = gapsOf(one);
  const { measured } = one;
  const { room } = useSeat();
  const due = one.review?.dueAt ?? null;
  const reviewLate = due !== null && Date.parse(due) <= room.serverNowMs();
  return (
    <li className={isLate ? 'aw-workplaces__one aw-workplaces__one--late' : 'aw-workplaces__one'}>
      <div className="aw-workplaces__cell aw-workplaces__cell--wide">
        <strong>{one.name}</strong>
        <span>{t.kinds[one.kind]}</span>
        <span className="aw-quiet">{[one.address, one.spot].filter(Boolean).join(', ')}</span>
      </div>
      <div className="aw-workplaces__cell">
        <span>{one.who ?? ''}</span>
        <span className="aw-quiet">{`${one.ownerName} · ${one.teamName}`}</span>
        {one.endedAt === null ? null : (
          <span>{t.page.ended(one.endedByName ?? '', day(one.endedAt))}</span>
        )}
      </div>
      <div className="aw-workplaces__cell">
        <span>{decision === null ? t.undecided : t.outcomes[decision.outcome]}</span>
        {worst === null ? (
          <span className="aw-quiet">{t.noScore}</span>
        ) : (
          <span className={`aw-workplaces__class aw-workplaces__class--${worst.riskClass}`}>
            {t.worst(String(worst.value), t.classes[worst.riskClass])}
          </span>
        )}
      </div>
      <div className="aw-workplaces__cell">
        <span>
          {one.responseMinutes === null ? '' : `${t.response.title}: ${one.responseMinutes} min`}
          {measured === null
            ? ''
            : ` (${t.response.measured.toLowerCase()} ${wholeMinutes(measured.medianSeconds)})`}
        </span>
        {gaps.map((gap) => (
          <span key={gap} className="aw-workplaces__warning">
            <Icon name="overdue" /> {t.response[gap]}
          </span>
        ))}
        {openMeasures === 0 ? null : <span>{t.measuresOpen(openMeasures, overdueMeasures)}</span>}
        {reviewLate ? <span className="aw-workplaces__warning">{t.reviewLate}</span> : null}
      </div>
      <a
        className="aw-workplaces__link"
        href={hashOf({ page: 'workplace', workplaceId: one.id })}
        aria-label={t.openThis(one.name)}
      >
        {t.open}
      </a>
    </li>
  );
}
