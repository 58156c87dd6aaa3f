import { useState } from 'react';
import { Button, Dialog, useSharedText } from '../../../shared/src/components';
import type { Leg, WorkerWatch } from '../../../shared/src/api/types';
import { clockTime, countdown } from '../../../shared/src/core/clock';
import { serverNow } from '../core/phone';
import type { WorkerText } from '../text';
import { go, useAct, useApp, useNow, useText } from './app-context';
import { GoHome } from './GoHome';
import { Late } from './Late';
import { ProofLine } from './ProofLine';
import { StatusCard } from './StatusCard';
import { Together, TogetherUnknown } from './Together';
import { usePartner } from './use-partner';
import './watched.css';

interface WatchedProps {
  readonly watch: WorkerWatch;
  readonly dueAtMs: number | null;
}

/** Somebody is watching: who, until when, and the few things one does on the way. */
export function Watched({ watch, dueAtMs }: WatchedProps) {
  const { shown, settings } = useApp();
  const text = useText();
  const now = useNow();
  const company = usePartner(watch);
  const left = dueAtMs === null ? undefined : countdown(dueAtMs - serverNow(shown.phone, now));
  return (
    <>
      <StatusCard
        tone="watched"
        title={
          watch.standby === null
            ? text.status.watchingNoName
            : text.status.watching(watch.standby.name)
        }
        {...(left === undefined ? {} : { figure: left })}
        figureLabel={text.status.timeLeft}
      >
        {dueAtMs === null ? null : <p>{dueWords(text, watch, clockTime(dueAtMs))}</p>}
        {settings.discreet || watch.place === null ? null : (
          <p className="aw-quiet">{watch.place.address}</p>
        )}
      </StatusCard>
      <Together company={company} />
      <ProofLine watchId={watch.id} />
      <WatchActs watch={watch} />
      <TogetherUnknown company={company} />
      {watch.shape === 'shift' ? <GoHome before={null} /> : null}
    </>
  );
}

function dueWords({ status }: WorkerText, watch: WorkerWatch, time: string): string {
  if (watch.shape === 'shift') return status.nextSign(time);
  if (watch.shape === 'journey' && watch.leg === 'out') return status.expectedThere(time);
  if (watch.shape === 'journey' || watch.leg === 'home') return status.expectedHome(time);
  return watch.expectedEndAt === watch.dueAt ? status.expectedOut(time) : status.nextSign(time);
}

/** The acts of a running watch; the same whether it is on time or late. */
export function WatchActs({ watch }: { readonly watch: WorkerWatch }) {
  const { shown } = useApp();
  const text = useText();
  const act = useAct();
  const [leaving, leave] = useState(false);
  const minutes = shown.phone.me?.teamNumbers.extensionMinutes ?? 15;
  return (
    <>
      <Button look="ok" large onClick={() => act({ kind: 'sign-of-life', watchId: watch.id })}>
        {text.act.imFine}
      </Button>
      <div className="aw-pair">
        <Button onClick={() => act({ kind: 'extend', watchId: watch.id, minutes })}>
          {text.act.more(minutes)}
          <span className="aw-visually-hidden">, {text.act.stillBusy}</span>
        </Button>
        <Button onClick={() => leave(true)}>{text.act.leave}</Button>
      </div>
      <Legs watch={watch} />
      {watch.leg === 'out' && watch.visitId !== null ? <Late visitId={watch.visitId} /> : null}
      <Button look="primary" large onClick={() => go('end')}>
        {text.act.finish}
      </Button>
      {watch.shape === 'visit' ? (
        <Button look="quiet" onClick={() => go('cards')}>
          {text.prepare.cards}
        </Button>
      ) : null}
      <Button look="quiet" onClick={() => go('signal')}>
        {text.signals.toHere}
      </Button>
      {leaving ? <Leaving watchId={watch.id} onClose={() => leave(false)} /> : null}
    </>
  );
}

function Legs({ watch }: { readonly watch: WorkerWatch }) {
  const text = useText();
  const act = useAct();
  const next: Leg | null =
    watch.shape === 'visit' && watch.leg !== 'home'
      ? watch.leg === 'out'
        ? 'on-site'
        : 'home'
      : null;
  if (watch.shape !== 'visit') return null;
  return (
    <div className="aw-legs">
      <p className="aw-legs__now">
        <span className="aw-quiet">{text.act.legLabel}</span>{' '}
        <strong>{text.act.leg[watch.leg]}</strong>
      </p>
      {next === null ? null : (
        <Button
          onClick={() => act({ kind: 'leg', watchId: watch.id, leg: next, expectedAtMs: null })}
        >
          {next === 'on-site' ? text.act.arrived : text.act.onWayHome}
        </Button>
      )}
    </div>
  );
}

interface LeavingProps {
  readonly watchId: string;
  readonly onClose: () => void;
}

function Leaving({ watchId, onClose }: LeavingProps) {
  const text = useText();
  const shared = useSharedText();
  const act = useAct();
  return (
    <Dialog title={text.act.leaveTitle} onClose={onClose}>
      <p className="utrecht-paragraph">{text.act.leaveText}</p>
      <Button
        look="primary"
        large
        onClick={() => {
          act({ kind: 'depart', watchId });
          // The act goes at once; the place follows when the phone knows it.
          act({ kind: 'position', watchId });
          onClose();
        }}
      >
        {text.act.leaveYes}
      </Button>
      <Button onClick={onClose}>{shared.cancel}</Button>
    </Dialog>
  );
}
