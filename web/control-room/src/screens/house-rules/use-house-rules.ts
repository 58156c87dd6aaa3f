import { useEffect, useSyncExternalStore } from 'react';
import { useLanguage } from '../../../../shared/src/components';
import type { SheetLine, SheetView } from '../../shell/sheet-line';
import { houseRulesTexts, type HouseRulesTexts } from '../../text/house-rules';
import { useSeat } from '../room-context';

export function useHouseRulesTexts(): HouseRulesTexts {
  return houseRulesTexts[useLanguage().language];
}

/** One thing that can be set, read anew whenever its page opens. */
export function useSheet<T>(line: SheetLine<T>): SheetView<T> {
  useEffect(() => void line.read(), [line]);
  return useSyncExternalStore(line.subscribe, line.view);
}

/** Whether anything of it is not saved yet. */
export function useUnsaved(): boolean {
  const { houseRules } = useSeat();
  return useSyncExternalStore(houseRules.subscribe, houseRules.isUnsaved);
}

/** The browser asks whoever closes or reloads the page while something would be lost. */
export function useUnloadWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
