import { useCallback } from 'react';
import { Button, Heading } from '../../../shared/src/components';
import type { Transport, Transports } from '../../../shared/src/api/types';
import { readable, telLink } from '../core/links';
import { serverNow } from '../core/phone';
import { journeyBy, waysHome } from '../core/workplace';
import { keptTransports, readTransports } from '../shell/transports';
import { go, useAct, useApp, useText } from './app-context';
import { LoadFault } from './LoadFault';
import { useKept, type LoadedOrKept } from './use-kept';
import './call-buttons.css';
import './visits.css';

export function useTransports(): LoadedOrKept<Transports> {
  const { shell } = useApp();
  const ask = useCallback(() => readTransports(shell.api), [shell]);
  return useKept(ask, keptTransports);
}

interface GoHomeProps {
  /** What must be done first so that the journey can begin; null while a watch still runs. */
  readonly before: (() => void) | null;
}

/** How one gets home from this shift, as was arranged; with one tap the standby watches that too. */
export function GoHome({ before }: GoHomeProps) {
  const text = useText();
  const transports = useTransports();
  const ways = waysHome(transports.value?.items ?? []);
  if (ways.length === 0 && transports.failed === null) return null;
  return (
    <section className="aw-stack">
      <Heading level={2}>{text.means.homeTitle}</Heading>
      <LoadFault of={transports} missing={text.means.transportMissing} quiet />
      <ul className="aw-visits">
        {ways.map((transport) => (
          <Way key={transport.id} transport={transport} way="home" before={before} />
        ))}
      </ul>
    </section>
  );
}

interface WayProps extends GoHomeProps {
  readonly transport: Transport;
  readonly way: 'out' | 'home';
}

export function Way({ transport, way, before }: WayProps) {
  const { shell, shown } = useApp();
  const { means: t, line } = useText();
  const act = useAct();
  const { terms } = transport;
  const phone = terms.phone ?? null;
  const start = () => {
    before?.();
    const watch = journeyBy(transport, way, serverNow(shown.phone, Date.now()));
    act({ kind: 'start', watchId: shell.newWatchId(), watch });
    go('home');
  };
  return (
    <li className="aw-visits__visit">
      <div className="aw-visits__facts">
        <strong>{way === 'home' ? t.home(terms.homeAt ?? '') : t.out(terms.outAt ?? '')}</strong>
        <span>
          {t.meansOf[terms.means]}
          {terms.carrier ? `, ${terms.carrier}` : ''}
        </span>
        {terms.note ? <span>{terms.note}</span> : null}
      </div>
      {phone === null ? null : (
        <a className="aw-calls__call" href={telLink(phone)}>
          {line.call(readable(phone))}
        </a>
      )}
      {before === null ? null : (
        <>
          <Button look="primary" large className="aw-wide" onClick={start}>
            {way === 'home' ? t.goHome : t.goOut}
          </Button>
          <span className="aw-quiet">{t.goHomeWhy(terms.travelMinutes)}</span>
        </>
      )}
    </li>
  );
}
