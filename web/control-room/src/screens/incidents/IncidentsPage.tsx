import { useCallback, useState } from 'react';
import {
  Button,
  CheckField,
  ChipsField,
  Heading,
  SelectField,
  TextField,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { IncidentLine } from '../../../../shared/src/api/types';
import { maySeeAllIncidents, maySeeTeamIncidents } from '../../core/rights';
import { hashOf } from '../../core/route';
import { queryOf, type IncidentFilter } from '../../shell/incident-api';
import { Loading } from '../LoadFault';
import { IsMore, LongList } from '../LongList';
import { dueText, momentText } from '../preparation/preparation-words';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { ReportDialog } from './ReportDialog';
import { useIncidentApi, useIncidentTexts } from './use-incidents';
import './incidents.css';

/** What happened, the latest first, with what still waits. */
export default function IncidentsPage() {
  const t = useIncidentTexts();
  const api = useIncidentApi();
  const { me } = useSeat();
  const [filter, setFilter] = useState<IncidentFilter>({
    scope: maySeeAllIncidents(me.roles) ? 'all' : maySeeTeamIncidents(me.roles) ? 'team' : 'mine',
    from: '',
    until: '',
    seriousness: '',
    openAftercare: false,
  });
  const [reporting, setReporting] = useState(false);
  const list = useLoaded(useCallback(() => api.list(filter), [api, filter]));
  useTitle(t.title);
  return (
    <div className="aw-incidents">
      <div className="aw-incidents__top">
        <Heading level={1} focusOnShow>
          {t.title}
        </Heading>
        <div className="aw-row">
          <Button look="primary" onClick={() => setReporting(true)}>
            {t.report}
          </Button>
          <Button look="quiet" onClick={() => void list.again()}>
            {t.refresh}
          </Button>
        </div>
      </div>
      <p className="utrecht-paragraph">{t.intro}</p>
      <Filter filter={filter} onChange={setFilter} />
      <Loading of={list} />
      {list.value?.items.length === 0 ? (
        <div className="aw-incidents__card">
          <Heading level={2}>{t.empty}</Heading>
          <p className="utrecht-paragraph">{t.emptyText}</p>
        </div>
      ) : null}
      <LongList className="aw-incidents__list" items={list.value?.items ?? []}>
        {(line) => <Line key={line.id} line={line} />}
      </LongList>
      <IsMore of={list.value} />
      {maySeeTeamIncidents(me.roles) ? (
        <div className="aw-row">
          {filter.scope === 'mine' ? null : (
            <a
              className="aw-incidents__link"
              href={`/api/v1/incident-table?${queryOf(filter)}`}
              download
            >
              {t.filter.table}
            </a>
          )}
          <a className="aw-incidents__link" href={hashOf({ page: 'letter-templates' })}>
            {t.templates.to}
          </a>
        </div>
      ) : null}
      {reporting ? <ReportDialog onClose={() => setReporting(false)} /> : null}
    </div>
  );
}

interface FilterProps {
  readonly filter: IncidentFilter;
  readonly onChange: (filter: IncidentFilter) => void;
}

const LEAST = ['1', '2', '3', '4'] as const;

function Filter({ filter, onChange }: FilterProps) {
  const t = useIncidentTexts();
  const { me } = useSeat();
  const scopes = (['mine', 'team', 'all'] as const).filter(
    (scope) =>
      scope === 'mine' ||
      (scope === 'team' ? maySeeTeamIncidents(me.roles) : maySeeAllIncidents(me.roles)),
  );
  return (
    <section className="aw-incidents__filter" aria-label={t.filter.title}>
      {scopes.length === 1 ? null : (
        <ChipsField
          label={t.filter.scope}
          choices={scopes.map((value) => ({ value, label: t.filter.scopes[value] }))}
          value={filter.scope}
          onChange={(scope) => onChange({ ...filter, scope })}
        />
      )}
      <TextField
        label={t.filter.from}
        type="date"
        value={filter.from}
        onChange={(event) => onChange({ ...filter, from: event.target.value })}
      />
      <TextField
        label={t.filter.until}
        type="date"
        value={filter.until}
        onChange={(event) => onChange({ ...filter, until: event.target.value })}
      />
      <SelectField
        label={t.filter.seriousness}
        choices={[
          { value: '', label: t.filter.any },
          ...LEAST.map((value) => ({ value, label: t.words.seriousness[Number(value)] ?? value })),
        ]}
        value={filter.seriousness}
        onChange={(seriousness) => onChange({ ...filter, seriousness })}
      />
      <CheckField
        label={t.filter.aftercare}
        checked={filter.openAftercare}
        onChange={(openAftercare) => onChange({ ...filter, openAftercare })}
      />
    </section>
  );
}

function Line({ line }: { readonly line: IncidentLine }) {
  const t = useIncidentTexts();
  const { language } = useLanguage();
  const { room } = useSeat();
  const kind = t.words.kinds[line.kind];
  const when = momentText(line.happenedAt, language);
  const isLate = line.nextDueAt !== null && Date.parse(line.nextDueAt) <= room.serverNowMs();
  return (
    <li className={`aw-incidents__line${isLate ? ' aw-incidents__line--late' : ''}`}>
      <div className="aw-incidents__what">
        <strong>{kind}</strong>
        <span>
          {line.seriousness === null ? t.line.notJudged : t.words.seriousness[line.seriousness]}
        </span>
        {line.complete ? null : <span className="aw-quiet">{t.line.incomplete}</span>}
      </div>
      <div className="aw-incidents__who">
        <span>{when}</span>
        <span className="aw-quiet">{line.teamName}</span>
      </div>
      <div className="aw-incidents__waits">
        {line.closedAt === null ? null : <span>{t.line.closed}</span>}
        {line.aftercareOpen ? <span>{t.line.aftercare}</span> : null}
        {line.openSteps === 0 ? null : <span>{t.line.steps(line.openSteps)}</span>}
        {line.nextDueAt === null ? null : (
          <span className={isLate ? 'aw-incidents__late' : 'aw-quiet'}>
            {t.line.next(dueText(line.nextDueAt, language))}
          </span>
        )}
      </div>
      <a
        className="aw-incidents__link"
        href={hashOf({ page: 'incident', incidentId: line.id })}
        aria-label={t.line.openThis(kind, when)}
      >
        {t.line.open}
      </a>
    </li>
  );
}
