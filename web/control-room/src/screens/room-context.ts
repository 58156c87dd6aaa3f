import { createContext, useContext, useSyncExternalStore } from 'react';
import { useLanguage } from '../../../shared/src/components';
import type { Api } from '../../../shared/src/api/client';
import type { Me } from '../../../shared/src/api/types';
import { offsetMs } from '../core/clock';
import type { HouseRules } from '../shell/house-rules';
import type { Room, RoomView } from '../shell/room';
import { useTicking } from '../shell/ticker';
import { texts, type Texts } from '../text';

export interface Seat {
  readonly room: Room;
  readonly me: Me;
  /** For pages that ask the server for more than the board. */
  readonly api: Api;
  readonly houseRules: HouseRules;
}

export const SeatContext = createContext<Seat | null>(null);

export function useSeat(): Seat {
  const seat = useContext(SeatContext);
  if (seat === null) {
    throw new Error('This part of the screen needs somebody who is signed in.');
  }
  return seat;
}

export function useRoomView(): RoomView {
  const { room } = useSeat();
  return useSyncExternalStore(room.subscribe, room.view);
}

export function useTexts(): Texts {
  return texts[useLanguage().language];
}

/** Works out something plain from the server's time, every second. */
export function useServerTicking<T extends string | number | boolean | null>(
  workOut: (serverNowMs: number) => T,
): T {
  const { room } = useSeat();
  return useTicking(room.ticker, (nowMs) => workOut(nowMs + offsetMs(room.line.current().clock)));
}
