import { useMemo, useState } from 'react';
import { Alert, Button, Heading, useLanguage, useLoaded } from '../../../../shared/src/components';
import type { Incident } from '../../../../shared/src/api/types';
import { hashOf } from '../../core/route';
import { preparationTexts } from '../../text/preparation';
import { Loading } from '../LoadFault';
import { momentText } from '../preparation/preparation-words';
import { AttachmentList } from '../attachments/AttachmentList';
import { useTitle } from '../use-title';
import { Care } from './Care';
import { ClosedDetails } from './ClosedDetails';
import { DetailsForm } from './DetailsForm';
import { Involved } from './Involved';
import { Fact, Measures } from './Measures';
import { useIncident, useIncidentApi, useIncidentTexts, type OneIncident } from './use-incidents';
import './incidents.css';

/** One incident: what happened, what must be done, and what was done toward who did it. */
export default function IncidentPage({ incidentId }: { readonly incidentId: string }) {
  const t = useIncidentTexts();
  const { language } = useLanguage();
  const one = useIncident(incidentId);
  const incident = one.loaded.value;
  useTitle(t.title);
  return (
    <div className="aw-incidents">
      <a className="aw-incidents__link" href={hashOf({ page: 'incidents' })}>
        {t.page.back}
      </a>
      <Loading of={one.loaded} unknown={t.page.notFound} />
      {incident === null ? null : (
        <>
          <Heading level={1} focusOnShow>
            {t.words.kinds[incident.kind]}, {momentText(incident.happenedAt, language, 'long')}
          </Heading>
          <p className="utrecht-paragraph">
            {t.page.reported(incident.reporterName, momentText(incident.madeAt, language))},{' '}
            {incident.teamName}. <span className="aw-quiet">{t.page.journalled}</span>
          </p>
          {incident.closedAt === null ? null : (
            <Alert tone="info">
              <p className="utrecht-paragraph">
                {t.page.closed(
                  incident.closedByName ?? '',
                  momentText(incident.closedAt, language),
                )}
              </p>
            </Alert>
          )}
          <Missing incident={incident} />
          {incident.mayEdit ? (
            <p className="utrecht-paragraph aw-incidents__words">{incident.details.what}</p>
          ) : null}
          <Care one={one} incident={incident} />
          {incident.mayManage ? <Involved one={one} incident={incident} /> : null}
          {incident.mayEdit ? (
            <DetailsForm one={one} incident={incident} />
          ) : (
            <ClosedDetails incident={incident} />
          )}
          <section className="aw-incidents__card">
            <AttachmentList
              title={t.attachments.title}
              intro={<p className="utrecht-paragraph aw-quiet">{t.attachments.intro}</p>}
              empty={t.attachments.empty}
              items={incident.attachments}
              path={`/api/v1/incidents/${incident.id}/attachments`}
              mayChange={incident.mayEdit}
              onAdd={(body) => one.act({ path: 'attachments', body })}
              onRemove={({ id }) => one.remove(`attachments/${id}`)}
            />
          </section>
          <KnownFacts incident={incident} />
          <Measures one={one} incident={incident} />
          {incident.mayManage ? <Closing one={one} incident={incident} /> : null}
        </>
      )}
    </div>
  );
}

function Missing({ incident }: { readonly incident: Incident }) {
  const t = useIncidentTexts();
  const words: Readonly<Record<string, string>> = t.words.missing;
  return incident.missing.length === 0 || incident.closedAt !== null ? null : (
    <Alert tone="warning">
      <p className="utrecht-paragraph">
        {t.page.missing} {incident.missing.map((code) => words[code] ?? code).join(', ')}.
      </p>
    </Alert>
  );
}

function KnownFacts({ incident }: { readonly incident: Incident }) {
  const { facts: t, words } = useIncidentTexts();
  const { language } = useLanguage();
  const { facts } = incident;
  const kinds: Readonly<Record<string, string>> = words.alarmKinds;
  const measures: Readonly<Record<string, string>> = preparationTexts[language].measures;
  const named = (code: string): string => measures[code] ?? code;
  const seconds = (n: number | null): string | null => (n === null ? null : t.seconds(n));
  return (
    <section className="aw-incidents__card">
      <Heading level={2}>{t.title}</Heading>
      {facts.watchShape === null && facts.alarmKind === null ? (
        <p className="utrecht-paragraph">{t.none}</p>
      ) : (
        <dl className="aw-incidents__facts">
          <Fact
            name={t.startedAt}
            value={facts.startedAt === null ? null : momentText(facts.startedAt, language, 'long')}
          />
          <Fact name={t.companion} value={facts.companion} />
          <Fact name={t.done} value={facts.measuresDone.map(named).join(', ')} />
          <Fact name={t.waived} value={facts.measuresWaived.map(named).join(', ')} />
          <Fact
            name={t.alarm}
            value={
              facts.alarmKind === null
                ? null
                : `${kinds[facts.alarmKind] ?? facts.alarmKind}${
                    facts.alarmAt === null ? '' : `, ${momentText(facts.alarmAt, language)}`
                  }`
            }
          />
          <Fact name={t.acknowledged} value={seconds(facts.acknowledgedSeconds)} />
          <Fact name={t.arrived} value={seconds(facts.arrivedSeconds)} />
        </dl>
      )}
    </section>
  );
}

/** The papers, how it stood before, and the end of it. */
function Closing({ one, incident }: { one: OneIncident; incident: Incident }) {
  const { page: t, words } = useIncidentTexts();
  const { language } = useLanguage();
  const api = useIncidentApi();
  const [asked, setAsked] = useState(false);
  const versions = useLoaded(
    useMemo(() => (asked ? () => api.versions(incident.id) : null), [api, incident.id, asked]),
  );
  const [fault, setFault] = useState<string | null>(null);
  const close = async (): Promise<void> => {
    const refused = await one.act({ path: 'closings', body: undefined });
    const known: Readonly<Record<string, string>> = t.closeNotYet;
    const code = refused?.codes.find((some) => known[some] !== undefined);
    setFault(refused === null ? null : code === undefined ? refused.text : (known[code] ?? ''));
  };
  return (
    <section className="aw-incidents__card">
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{fault}</p>
        </Alert>
      )}
      {incident.closedAt === null ? (
        <p className="utrecht-paragraph aw-quiet">{t.closeHint}</p>
      ) : null}
      <div className="aw-row">
        {incident.closedAt === null ? (
          <Button look="primary" onClick={() => void close()}>
            {t.close}
          </Button>
        ) : null}
        {incident.kind === 'aggression' ? (
          <a
            className="aw-incidents__link"
            href={`/api/v1/incidents/${incident.id}/police-file`}
            download
          >
            {t.policeFile}
          </a>
        ) : null}
        <Button look="quiet" onClick={() => (asked ? void versions.again() : setAsked(true))}>
          {t.versions}
        </Button>
      </div>
      <Loading of={versions} />
      {versions.value?.items.length === 0 ? (
        <p className="utrecht-paragraph">{t.noVersions}</p>
      ) : null}
      {(versions.value?.items ?? []).map((version) => (
        <details key={version.version}>
          <summary>{t.version(version.madeByName, momentText(version.madeAt, language))}</summary>
          <p className="utrecht-paragraph">
            {words.kinds[version.kind]}
            {version.seriousness === null
              ? ''
              : `, ${words.seriousness[version.seriousness] ?? ''}`}
            {version.details.behaviours.map((code) => `, ${words.behaviours[code]}`).join('')}
          </p>
          <p className="utrecht-paragraph aw-incidents__words">{version.details.what}</p>
        </details>
      ))}
    </section>
  );
}
