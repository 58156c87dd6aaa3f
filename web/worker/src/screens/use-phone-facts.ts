import { useEffect, useState } from 'react';
import { pushState } from '../../../shared/src/shell/web-push';
import type { PhoneFacts } from '../core/packing';
import { batteryPercent } from '../shell/senses';
import { serviceWorker } from '../shell/service-worker';
import { useApp } from './app-context';

/** What the phone knows of itself now, and a way to answer what the browser does not say. */
export function usePhoneFacts(): readonly [PhoneFacts, (enough: boolean) => void] {
  const { shown } = useApp();
  const [percent, setPercent] = useState<number | null>(null);
  const [enough, setEnough] = useState<boolean | null>(null);
  const [noticesOn, setNoticesOn] = useState(false);
  useEffect(() => {
    void batteryPercent().then(setPercent);
    void serviceWorker().then(async (registration) => {
      if (registration !== null) setNoticesOn((await pushState(registration)) === 'on');
    });
  }, []);
  const { me } = shown.phone;
  const numbersKnown =
    (me?.standbys ?? []).some((standby) => standby.phone !== null) ||
    (me?.emergencyNumbers ?? []).some((number) => number.phone !== '112');
  return [{ batteryPercent: percent, batteryEnough: enough, numbersKnown, noticesOn }, setEnough];
}
