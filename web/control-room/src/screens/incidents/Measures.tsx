import { useState } from 'react';
import { Button, Heading } from '../../../../shared/src/components';
import type { Incident, MeasureToward } from '../../../../shared/src/api/types';
import { Letters } from './Letters';
import { MeasureDialog } from './MeasureDialog';
import { useIncidentTexts, useSayDay, type OneIncident } from './use-incidents';

interface MeasuresProps {
  readonly one: OneIncident;
  readonly incident: Incident;
}

/** What is done toward who did it: each answers behaviour, and ends by itself. */
export function Measures({ one, incident }: MeasuresProps) {
  const { measures: t } = useIncidentTexts();
  const [open, setOpen] = useState<MeasureToward | 'new' | null>(null);
  return (
    <section className="aw-incidents__card">
      <Heading level={2}>{t.title}</Heading>
      <p className="utrecht-paragraph">
        {incident.kind === 'aggression' ? t.intro : t.onlyAggression}
      </p>
      {incident.measures.length === 0 ? <p className="utrecht-paragraph">{t.none}</p> : null}
      {incident.measures.map((measure) => (
        <One
          key={measure.id}
          one={one}
          incident={incident}
          measure={measure}
          onChange={() => setOpen(measure)}
        />
      ))}
      {incident.mayManage && incident.kind === 'aggression' ? (
        <div className="aw-row">
          <Button onClick={() => setOpen('new')}>{t.take}</Button>
        </div>
      ) : null}
      {open === null ? null : (
        <MeasureDialog
          one={one}
          incident={incident}
          measure={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

interface OneProps extends MeasuresProps {
  readonly measure: MeasureToward;
  readonly onChange: () => void;
}

function One({ one, incident, measure, onChange }: OneProps) {
  const { measures: t, words } = useIncidentTexts();
  const sayDay = useSayDay();
  const kind = words.measures[measure.kind];
  const behaviours: Readonly<Record<string, string>> = words.behaviours;
  return (
    <div className="aw-incidents__card">
      <Heading level={3}>{kind}</Heading>
      <p className="utrecht-paragraph">
        {measure.inForce ? t.inForce : t.over}:{' '}
        {t.term(sayDay(measure.startsOn), sayDay(measure.endsOn))}
      </p>
      {measure.terms === '' ? null : (
        <p className="utrecht-paragraph aw-incidents__words">{measure.terms}</p>
      )}
      <dl className="aw-incidents__facts">
        <Fact
          name={t.behaviours}
          value={measure.behaviours.map((code) => behaviours[code] ?? code).join(', ')}
        />
        <Fact name={t.decidedBy} value={measure.decidedByName} />
        <Fact name={t.reviewOn} value={sayDay(measure.reviewOn)} />
        <Fact
          name={measure.heardOn === null ? t.notHeard : t.heard}
          value={measure.heardOn === null ? measure.notHeardBecause : sayDay(measure.heardOn)}
        />
        <Fact
          name={t.objection}
          value={
            words.objections[measure.objection] +
            (measure.objectionOn === null ? '' : `, ${sayDay(measure.objectionOn)}`)
          }
        />
        <Fact name={t.toldTo} value={measure.toldTo} />
      </dl>
      {incident.mayManage ? (
        <>
          <Letters one={one} incident={incident} measure={measure} />
          <div className="aw-row">
            <Button look="quiet" aria-label={t.changeThis(kind)} onClick={onChange}>
              {t.change}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}

export function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  return value === null || value === '' ? null : (
    <div className="aw-incidents__fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
