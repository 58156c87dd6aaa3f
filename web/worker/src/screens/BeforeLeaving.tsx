import { useEffect, useState } from 'react';
import { Alert, Button, CheckField, Heading, useSharedText } from '../../../shared/src/components';
import type { PackedThing, Visit } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { checkOf, tickedOf, travelling, travelOf, withTick, type Travel } from '../core/packing';
import { serverNow } from '../core/phone';
import { startable, watchFromVisit } from '../core/start-form';
import { readList, saveCheck } from '../shell/packing-list';
import { aboutNow, go, useAct, useApp, useNow, useText } from './app-context';
import { PhoneCheck } from './PhoneCheck';
import { PlaceAhead } from './PlaceAhead';
import { TravelFields } from './TravelFields';
import { usePhoneFacts } from './use-phone-facts';
import './before-leaving.css';

/**
 * Before leaving: how to travel, what to take along and what to leave, and the phone. It helps and
 * never stops anybody: the watch starts whatever is ticked.
 */
export function BeforeLeaving() {
  const { shown } = useApp();
  const [wanted] = useState(aboutNow);
  const now = useNow();
  const visits = startable(shown.visits, serverNow(shown.phone, now));
  const visit = visits.find((one) => one.id === wanted) ?? visits[0] ?? null;
  return <Before key={visit?.id ?? ''} visit={visit} />;
}

function Before({ visit }: { readonly visit: Visit | null }) {
  const { shell, shown } = useApp();
  const text = useText();
  const shared = useSharedText();
  const act = useAct();
  const vehicles = shown.phone.me?.vehicles ?? [];
  const [travel, setTravel] = useState<Travel | null>(
    visit === null ? null : travelOf(visit, vehicles),
  );
  const [things, setThings] = useState<readonly PackedThing[]>([]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [saved, setSaved] = useState<boolean | null>(null);
  const [facts, answerBattery] = usePhoneFacts();

  useEffect(() => {
    void readList(shell.api).then((list) => {
      setThings(list);
      setTicked(tickedOf(list));
    });
  }, [shell]);

  const tick = (id: string, on: boolean) => {
    setTicked(withTick(ticked, id, on));
    setSaved(null);
  };
  const save = () => saveCheck(shell.api, checkOf(ticked, facts));
  const start = (to: Visit, by: Travel) => {
    void save();
    const watch = watchFromVisit(to, serverNow(shown.phone, Date.now()));
    const watchId = to.watchId ?? shell.newWatchId();
    act({ kind: 'start', watchId, watch: travelling(watch, by) });
    go('home');
  };

  return (
    <div className="aw-stack">
      <Heading level={1} focusOnShow>
        {text.beforeLeaving.title}
      </Heading>
      {visit === null ? null : <Where visit={visit} />}
      {visit === null ? null : <PlaceAhead visitId={visit.id} />}
      {travel === null ? null : <TravelFields travel={travel} onChange={setTravel} />}
      <Things
        title={text.beforeLeaving.along}
        things={things.filter((thing) => thing.along)}
        ticked={ticked}
        onTick={tick}
      />
      <Things
        title={text.beforeLeaving.atHome}
        things={things.filter((thing) => !thing.along)}
        ticked={ticked}
        onTick={tick}
      />
      {things.length === 0 ? (
        <p className="utrecht-paragraph">{text.beforeLeaving.noList}</p>
      ) : null}
      <PhoneCheck facts={facts} ticked={ticked} onBattery={answerBattery} />
      {visit === null ? null : (
        <Button onClick={() => go('reachable', visit.id)}>{text.reachable.title}</Button>
      )}
      <p role="status" className="aw-said">
        {saved === null ? '' : saved ? text.beforeLeaving.saved : text.beforeLeaving.notSaved}
      </p>
      {visit === null || travel === null ? null : (
        <Button look="primary" large onClick={() => start(visit, travel)}>
          {text.start.go}
        </Button>
      )}
      <Button onClick={() => void save().then(setSaved)}>{shared.save}</Button>
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </div>
  );
}

function Where({ visit }: { readonly visit: Visit }) {
  const { settings } = useApp();
  const text = useText();
  const from = clockTime(Date.parse(visit.plannedStartAt));
  const until = clockTime(Date.parse(visit.plannedEndAt));
  return (
    <Alert tone="info">
      <p className="utrecht-paragraph">
        <strong>{text.start.until(from, until)}</strong>
        <br />
        {settings.discreet ? text.start.hidden : visit.place.address}
      </p>
    </Alert>
  );
}

interface ThingsProps {
  readonly title: string;
  readonly things: readonly PackedThing[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string, on: boolean) => void;
}

function Things({ title, things, ticked, onTick }: ThingsProps) {
  if (things.length === 0) return null;
  return (
    <fieldset className="aw-panel aw-things">
      <legend className="utrecht-form-label aw-things__title">{title}</legend>
      {things.map((thing) => (
        <CheckField
          key={thing.id}
          label={thing.text}
          checked={ticked.has(thing.id)}
          onChange={(on) => onTick(thing.id, on)}
        />
      ))}
    </fieldset>
  );
}
