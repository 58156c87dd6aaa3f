import { useEffect, useState } from 'react';
import {
  Button,
  LanguageSwitch,
  StatusBanner,
  useAnnounce,
  useSharedText,
} from '../../../../shared/src/components';
import { countdownText, countdownTo } from '../../core/countdown';
import { isAsking } from '../../core/ring';
import { keepNoticesOn, noticeState, turnNoticesOn } from '../../shell/notices';
import { useTicking } from '../../shell/ticker';
import { Icon } from '../Icon';
import { DeskNav } from './DeskNav';
import { HeaderMenu } from './HeaderMenu';
import type { Route } from '../../core/route';
import { useRoomView, useSeat, useTexts } from '../room-context';

interface DeskHeaderProps {
  readonly route: Route;
  readonly onSignOut: () => void;
}

/** Where one can go, who sits here, and the bell: mute it for a minute, test it, get notices. */
export function DeskHeader({ route, onSignOut }: DeskHeaderProps) {
  const t = useTexts();
  const shared = useSharedText();
  const { me } = useSeat();
  return (
    <header>
      {me.exampleTown ? <StatusBanner tone="warning">{shared.exampleTown}</StatusBanner> : null}
      <div className="aw-desk__header">
        <a className="aw-desk__name" href="#/">
          {t.app.name}
        </a>
        <DeskNav route={route} />
        <div className="aw-desk__end">
          <Bell />
          <HeaderMenu label={me.name} className="aw-desk__controls">
            {(close) => (
              <>
                <span className="aw-desk__who">{me.organisationName}</span>
                <SoundTest />
                <Notices />
                <LanguageSwitch />
                <Button
                  look="quiet"
                  onClick={() => {
                    close();
                    onSignOut();
                  }}
                >
                  {t.app.signOut}
                </Button>
              </>
            )}
          </HeaderMenu>
        </div>
      </div>
    </header>
  );
}

function Bell() {
  const t = useTexts();
  const { room } = useSeat();
  const { ring, soundOn } = useRoomView();
  const mutedFor = useTicking(room.ticker, (nowMs) =>
    ring.mutedUntilMs === null || ring.mutedUntilMs <= nowMs
      ? null
      : countdownText(countdownTo(new Date(ring.mutedUntilMs).toISOString(), nowMs), t.units),
  );
  if (mutedFor !== null) {
    return (
      <>
        <span className="aw-desk__muted">
          <Icon name="sound-off" /> {t.attention.muted(mutedFor)}
        </span>
        <Button onClick={() => room.unmute()}>{t.attention.unmute}</Button>
      </>
    );
  }
  return isAsking(ring) && soundOn ? (
    <Button onClick={() => room.mute()}>
      <Icon name="sound-off" /> {t.attention.mute}
    </Button>
  ) : null;
}

function SoundTest() {
  const t = useTexts();
  const announce = useAnnounce();
  const { room } = useSeat();
  const { soundOn } = useRoomView();
  return soundOn ? (
    <Button
      look="quiet"
      onClick={() => {
        announce(t.attention.testing);
        void room.sound.turnOnAndTest();
      }}
    >
      <Icon name="sound" /> {t.attention.test}
    </Button>
  ) : null;
}

function Notices() {
  const t = useTexts();
  const { room, me } = useSeat();
  const [state, setState] = useState(noticeState);
  const [failed, setFailed] = useState(false);
  const device = `${t.app.room}, ${me.name}`.slice(0, 80);
  useEffect(() => {
    void keepNoticesOn(room.api, device);
  }, [room, device]);
  const turnOn = async (): Promise<void> => {
    setFailed(!(await turnNoticesOn(room.api, device)));
    setState(noticeState());
  };
  if (failed) {
    return (
      <span role="alert" className="aw-desk__note">
        {state === 'blocked' ? t.attention.noticesBlocked : t.attention.noticesFailed}
      </span>
    );
  }
  switch (state) {
    case 'unsupported':
      return null;
    case 'blocked':
      return <span className="aw-desk__note">{t.attention.noticesBlocked}</span>;
    case 'on':
      return <span className="aw-desk__note">{t.attention.noticesOn}</span>;
    case 'off':
      return (
        <Button look="quiet" onClick={() => void turnOn()}>
          {t.attention.notices}
        </Button>
      );
  }
}
