import { useCallback, useState } from 'react';
import { Alert, Button, CheckField, Heading, useSharedText } from '../../../shared/src/components';
import type { PackedThing, Visit } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { checkOf, tickedAfter, travelling, travelOf, type Travel } from '../core/packing';
import { serverNow } from '../core/phone';
import { startable, watchFromVisit } from '../core/start-form';
import { keptList, readList, saveCheck } from '../shell/packing-list';
import { whyNot } from '../text';
import { aboutNow, go, useAct, useApp, useNow, useText } from './app-context';
import { Loading } from './LoadFault';
import { PhoneCheck } from './PhoneCheck';
import { PlaceAhead } from './PlaceAhead';
import { TravelFields } from './TravelFields';
import { useKept } from './use-kept';
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
  const words = text.beforeLeaving;
  const shared = useSharedText();
  const act = useAct();
  const vehicles = shown.phone.me?.vehicles ?? [];
  const [travel, setTravel] = useState<Travel | null>(
    visit === null ? null : travelOf(visit, vehicles),
  );
  const ask = useCallback(() => readList(shell.api), [shell]);
  const list = useKept(ask, keptList);
  const [changes, setChanges] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [said, say] = useState('');
  const [facts, answerBattery] = usePhoneFacts();
  const things = list.value?.things ?? [];
  const ticked = tickedAfter(things, changes);

  const tick = (id: string, on: boolean) => {
    setChanges(new Map([...changes, [id, on]]));
    say('');
  };
  const save = () => saveCheck(shell.api, checkOf(ticked, facts));
  const saveAndSay = async (): Promise<void> => {
    const answer = await save();
    const isTaken = answer.kind === 'ok' || answer.kind === 'unreadable';
    say(isTaken ? words.saved : `${whyNot(text, answer)} ${words.notSaved}`);
  };
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
        {words.title}
      </Heading>
      {visit === null ? null : <Where visit={visit} />}
      {visit === null ? null : <PlaceAhead visitId={visit.id} />}
      {travel === null ? null : <TravelFields travel={travel} onChange={setTravel} />}
      <Loading of={list} missing={words.noList} quiet />
      <Things
        title={words.along}
        things={things.filter((thing) => thing.along)}
        ticked={ticked}
        onTick={tick}
      />
      <Things
        title={words.atHome}
        things={things.filter((thing) => !thing.along)}
        ticked={ticked}
        onTick={tick}
      />
      {list.value !== null && things.length === 0 ? (
        <p className="utrecht-paragraph">{words.emptyList}</p>
      ) : null}
      <PhoneCheck facts={facts} ticked={ticked} onBattery={answerBattery} />
      {visit === null ? null : (
        <Button onClick={() => go('reachable', visit.id)}>{text.reachable.title}</Button>
      )}
      <p role="status" className="aw-said">
        {said}
      </p>
      {visit === null || travel === null ? null : (
        <Button look="primary" large onClick={() => start(visit, travel)}>
          {text.start.go}
        </Button>
      )}
      <Button onClick={() => void saveAndSay()}>{shared.save}</Button>
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
