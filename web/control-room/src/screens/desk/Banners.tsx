import { useEffect, useRef } from 'react';
import { Button, StatusBanner, useAnnounce } from '../../../../shared/src/components';
import { clockTime } from '../../../../shared/src/core/clock';
import { countdownText, countdownTo } from '../../core/countdown';
import type { Freshness } from '../../core/stale';
import { keepRoomBelow } from '../../shell/scroll-room';
import { useTicking } from '../../shell/ticker';
import { useRoomView, useSeat, useTexts } from '../room-context';
import { timeOf } from '../say-time';
import { SoundBanner } from './SoundBanner';

interface BannersProps {
  readonly freshness: Freshness;
  readonly onRetry: () => void;
}

/** What can be trusted: is the board the present, is anybody watched, can an alarm be heard. */
export function Banners({ freshness, onRetry }: BannersProps) {
  const t = useTexts();
  const { live } = useRoomView();
  const assurance = live.board?.assurance;
  const banners = useRef<HTMLElement>(null);
  useStaleAnnouncement(freshness);
  useEffect(() => (banners.current === null ? undefined : keepRoomBelow(banners.current)), []);
  return (
    <section className="aw-banners" aria-label={t.trust.label} ref={banners}>
      {freshness.kind === 'stale' ? (
        <StatusBanner tone="alarm">
          <div className="aw-banners__stale">
            <div>
              <strong className="aw-banners__title">
                {t.trust.stale(clockTime(freshness.sinceMs))} (
                <StaleFor sinceMs={freshness.sinceMs} />)
              </strong>
              <p>{t.trust.staleText}</p>
            </div>
            <Button onClick={onRetry}>{t.trust.retry}</Button>
          </div>
        </StatusBanner>
      ) : null}
      {assurance !== undefined && !assurance.watching ? (
        <StatusBanner tone="alarm">
          <div role="alert">
            <strong className="aw-banners__title">{t.trust.notAssured}</strong>
            <p>{t.trust.notAssuredText(timeOf(assurance.since))}</p>
            {assurance.reason === null ? null : <p>{assurance.reason}</p>}
          </div>
        </StatusBanner>
      ) : null}
      {assurance?.outage ? (
        <StatusBanner tone="warning">
          {t.trust.outage(timeOf(assurance.outage.from), timeOf(assurance.outage.until))}
        </StatusBanner>
      ) : null}
      <SoundBanner />
    </section>
  );
}

function StaleFor({ sinceMs }: { readonly sinceMs: number }) {
  const t = useTexts();
  const { room } = useSeat();
  const since = new Date(sinceMs).toISOString();
  const words = useTicking(room.ticker, (nowMs) =>
    t.trust.staleFor(countdownText(countdownTo(since, nowMs), t.units)),
  );
  return <>{words}</>;
}

/** Said once when the board goes stale and once when it recovers; the counting is not read out. */
function useStaleAnnouncement(freshness: Freshness): void {
  const t = useTexts();
  const announce = useAnnounce();
  const before = useRef(freshness.kind);
  const sinceMs = freshness.kind === 'stale' ? freshness.sinceMs : null;
  useEffect(() => {
    if (sinceMs !== null && before.current !== 'stale') {
      announce(`${t.trust.stale(clockTime(sinceMs))}. ${t.trust.staleText}`, 'assertive');
    } else if (sinceMs === null && before.current === 'stale') {
      announce(t.trust.recovered);
    }
    before.current = freshness.kind;
  }, [freshness.kind, sinceMs, announce, t]);
}
