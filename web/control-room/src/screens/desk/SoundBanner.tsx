import { Button, StatusBanner } from '../../../../shared/src/components';
import { Icon } from '../Icon';
import { useRoomView, useSeat, useTexts } from '../room-context';

/** A silent board is a dangerous one: this stays, in warning colours, until the sound is on. */
export function SoundBanner() {
  const t = useTexts();
  const { room } = useSeat();
  const { soundOn } = useRoomView();
  if (soundOn) {
    return null;
  }
  return (
    <StatusBanner tone="warning">
      <div className="aw-banners__sound">
        <span>
          <Icon name="sound-off" /> {t.attention.soundOff}
        </span>
        <Button look="primary" onClick={() => void room.sound.turnOnAndTest()}>
          {t.attention.turnOn}
        </Button>
      </div>
    </StatusBanner>
  );
}
