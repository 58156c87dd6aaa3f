import { createContext, useContext } from 'react';

export type Urgency = 'polite' | 'assertive';
export type Announce = (message: string, urgency?: Urgency) => void;

export const AnnouncerContext = createContext<Announce>(() => undefined);

/** Says something through the screen reader without moving the focus. */
export function useAnnounce(): Announce {
  return useContext(AnnouncerContext);
}
