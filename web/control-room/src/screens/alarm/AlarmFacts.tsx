import { useState } from 'react';
import { Button } from '../../../../shared/src/components';
import type { AlarmPage } from '../../core/model';
import { sayNumber } from '../../core/say-number';
import { isSilent, nameIn } from '../board/alarm-words';
import { Countdown } from '../Countdown';
import { Facts, type Fact } from '../Facts';
import { Icon } from '../Icon';
import { Phone } from '../Phone';
import { useTexts } from '../room-context';
import { ago, shapeText, timeOf, travelText } from '../say-time';

/** Who it is about and how to reach them; in a silent alarm, how not to. */
export function WhoFacts({ page }: { readonly page: AlarmPage }) {
  const t = useTexts();
  const { alarm, worker, watch } = page;
  const lastSignAt = watch?.lastSignAt ?? null;
  const facts: Fact[] = [
    {
      name: t.alarm.phone,
      value: isSilent(alarm) ? (
        <span className="aw-alarm__no-call">
          <Icon name="silent" /> {t.alarm.doNotCall}
          <span className="aw-alarm__number">
            {worker?.phone ? sayNumber(worker.phone) : t.alarm.noPhone}
          </span>
        </span>
      ) : (
        <Phone name={alarm.workerName} number={worker?.phone ?? null} />
      ),
    },
    {
      name: t.alarm.lastSign,
      value:
        lastSignAt === null ? (
          t.board.noSign
        ) : (
          <>
            {timeOf(lastSignAt)} (<Countdown say={(now) => ago(lastSignAt, now, t)} />)
          </>
        ),
    },
    { name: t.alarm.safeWord, value: page.safeWord ?? t.alarm.noSafeWord },
    { name: t.alarm.companion, value: watch?.companion ?? t.board.alone },
    ...(watch === null
      ? []
      : [
          {
            name: t.alarm.risk,
            value: watch.highRisk ? t.alarm.riskHigh : t.alarm.riskNormal,
          },
        ]),
    { name: t.alarm.team, value: alarm.teamName },
  ];
  return (
    <section className="aw-alarm__part" aria-labelledby="aw-who">
      <h2 className="utrecht-heading-2" id="aw-who">
        {t.alarm.who}
      </h2>
      <div className="aw-alarm__person">
        <span className="aw-alarm__photo" aria-hidden="true">
          {initialsOf(alarm.workerName) || '?'}
        </span>
        <span className="aw-alarm__name">{nameIn(alarm, t)}</span>
      </div>
      {watch?.couldNotBeHeard ? (
        <p className="utrecht-paragraph aw-alarm__not-heard">
          <Icon name="not-heard" /> {t.alarm.notHeard}
        </p>
      ) : null}
      <Facts facts={facts} />
    </section>
  );
}

/** Where they are: the address of the plan first, the measured place after it, with its age. */
export function WhereFacts({ page }: { readonly page: AlarmPage }) {
  const t = useTexts();
  const { alarm, watch, lastPosition } = page;
  const floor = watch?.place?.floor ?? null;
  const facts: Fact[] = [
    { name: t.alarm.address, value: alarm.address ?? watch?.place?.address ?? t.alarm.noAddress },
    ...(floor === null ? [] : [{ name: t.alarm.floor, value: floor }]),
    ...(watch === null
      ? []
      : [
          {
            name: t.board.columns.state,
            value: shapeText(watch, t),
          },
          {
            name: t.alarm.travel,
            value: travelText(watch, t),
          },
        ]),
    {
      name: t.alarm.position,
      value: lastPosition === null ? t.alarm.noPosition : <MeasuredPlace place={lastPosition} />,
    },
  ];
  return (
    <section className="aw-alarm__part" aria-labelledby="aw-where">
      <h2 className="utrecht-heading-2" id="aw-where">
        {t.alarm.where}
      </h2>
      <Facts facts={facts} />
    </section>
  );
}

function MeasuredPlace({ place }: { readonly place: NonNullable<AlarmPage['lastPosition']> }) {
  const t = useTexts();
  const [copied, setCopied] = useState(false);
  const words = t.alarm.positionLine(place.latitude.toFixed(5), place.longitude.toFixed(5));
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(words);
      setCopied(true);
    } catch {
      // The coordinates stand on the screen: they can be read or selected.
    }
  };
  return (
    <>
      <span className="aw-alarm__place">{words}</span>
      <span className="aw-alarm__place-age">
        {timeOf(place.measuredAt)} (<Countdown say={(now) => ago(place.measuredAt, now, t)} />)
        {place.accuracyMetres === undefined
          ? ''
          : `, ${t.alarm.accuracy(Math.round(place.accuracyMetres))}`}
      </span>
      <Button look="quiet" className="aw-no-print" onClick={() => void copy()}>
        {copied ? t.alarm.copied : t.alarm.copy}
      </Button>
    </>
  );
}

/** "Anna de Vries" is AV: what stands between with a small letter is left out. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  const shown = capitals.length > 0 ? capitals : words;
  const last = shown.length > 1 ? shown[shown.length - 1] : undefined;
  return [shown[0], last].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}
