import { useState } from 'react';
import { codeOf } from '../../../shared/src/api/answer';
import { anything } from '../../../shared/src/api/parse';
import { ALARM_RESULTS, drillSchema } from '../../../shared/src/api/parse-drills';
import { Button, Dialog, useSharedText } from '../../../shared/src/components';
import type { Me, WorkplaceCard } from '../../../shared/src/api/types';
import { clockTime } from '../../../shared/src/core/clock';
import { useApp, useText } from './app-context';
import './workplace.css';

interface WorkplaceDrillProps {
  readonly card: WorkplaceCard;
  /** A drill is held with the server, or not at all. */
  readonly online: boolean;
  readonly onChanged: () => Promise<void>;
  /** What became of the last act, above all of it. */
  readonly say: (words: string) => void;
}

/** A drill from the place itself: start, somebody is there, how it went. */
export function WorkplaceDrill({ card, online, onChanged, say }: WorkplaceDrillProps) {
  const { shell, shown } = useApp();
  const { workplaces: t } = useText();
  const [asking, ask] = useState(false);
  const [busy, setBusy] = useState(false);
  const { me } = shown.phone;
  const { drill } = card;

  const send = async (path: string, body: unknown, words: string) => {
    setBusy(true);
    const answer = await shell.api.call({
      method: 'POST',
      path,
      schema: path === '/drills' ? anything : drillSchema,
      body,
    });
    setBusy(false);
    ask(false);
    say(
      answer.kind === 'ok'
        ? words
        : refused(answer.kind === 'problem' ? codeOf(answer.problem) : ''),
    );
    await onChanged();
  };
  const refused = (code: string): string => {
    switch (code) {
      case 'real-alarm':
        return t.realAlarm;
      case 'drill-goes-on':
        return t.otherDrill;
      case 'not-started':
      case 'already-ended':
        return t.drillOver;
      case 'not-allowed':
        return t.notYours;
      default:
        return t.failed;
    }
  };
  const took = (seconds: number): string =>
    seconds < 60 ? t.seconds(seconds) : t.minSec(Math.floor(seconds / 60), seconds % 60);

  return (
    <>
      {drill === null ? null : (
        <section className="aw-drill aw-stack">
          <strong className="aw-drill__word">{t.drillOn}</strong>
          {drill.arrivedAt === null ? (
            <>
              <p className="utrecht-paragraph">
                {t.drillSince(clockTime(Date.parse(drill.startedAt)))}
              </p>
              <Button
                look="primary"
                large
                busy={busy}
                onClick={() => void send(`/drills/${drill.id}/arrivals`, {}, '')}
              >
                {t.drillArrived}
              </Button>
            </>
          ) : (
            <>
              <p className="utrecht-paragraph">
                {t.drillTook(
                  took(
                    Math.round((Date.parse(drill.arrivedAt) - Date.parse(drill.startedAt)) / 1000),
                  ),
                )}
              </p>
              <p className="utrecht-paragraph">{t.drillResult}</p>
              {ALARM_RESULTS.map((alarmResult) => (
                <Button
                  key={alarmResult}
                  large
                  onClick={() =>
                    void send(`/drills/${drill.id}/endings`, { alarmResult }, t.drillDone)
                  }
                >
                  {t.results[alarmResult]}
                </Button>
              ))}
            </>
          )}
        </section>
      )}
      {drill === null && online && mayDrillHere(me, card) ? (
        <Button onClick={() => ask(true)}>{t.drill}</Button>
      ) : null}
      {asking ? (
        <AskDialog
          busy={busy}
          onClose={() => ask(false)}
          onStart={() => void send('/drills', { workplaceId: card.id, onTheSpot: true }, '')}
        />
      ) : null}
    </>
  );
}

const ANSWERABLE: readonly Me['roles'][number][] = [
  'supervisor',
  'safety-officer',
  'administrator',
];

function mayDrillHere(me: Me | null, card: WorkplaceCard): boolean {
  return (
    me !== null && (me.teamId === card.teamId || me.roles.some((role) => ANSWERABLE.includes(role)))
  );
}

interface AskDialogProps {
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onStart: () => void;
}

function AskDialog({ busy, onClose, onStart }: AskDialogProps) {
  const { workplaces: t } = useText();
  const shared = useSharedText();
  return (
    <Dialog title={t.drillTitle} onClose={onClose}>
      <p className="utrecht-paragraph">{t.drillText}</p>
      <Button look="primary" large busy={busy} onClick={onStart}>
        {t.drillYes}
      </Button>
      <Button onClick={onClose}>{shared.cancel}</Button>
    </Dialog>
  );
}
