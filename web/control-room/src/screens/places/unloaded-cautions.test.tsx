// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '../../../../shared/src/api/client';
import type { Me } from '../../../../shared/src/api/types';
import { closePage, draw, openPage, press } from '../../../../shared/src/test-kit/page';
import { deskApi } from '../../shell/desk-api';
import { houseRulesOf } from '../../shell/house-rules';
import { Room } from '../../shell/room';
import { WhySilent } from '../alarm/WhySilent';
import { SeatContext, type Seat } from '../room-context';
import { Cautions } from './Cautions';
import { ToDecide } from './ToDecide';

const ME: Me = {
  id: 'carla',
  name: 'Carla',
  organisationId: 'o1',
  organisationName: 'Voorbeeldstad',
  exampleTown: true,
  teamId: 't1',
  teamName: 'Team Noord',
  roles: ['supervisor'],
  language: 'nl',
  codesSet: true,
  standbys: [],
  emergencyNumbers: [],
  teamNumbers: {
    reminderSeconds: 0,
    graceSeconds: 300,
    highRiskGraceSeconds: 120,
    extensionMinutes: 30,
    journeyMarginMinutes: 15,
    shiftSignEverySeconds: 3600,
    panicHoldMillis: 2000,
  },
  vehicles: [],
};

/** What the server has of it; null when it is away. */
let items: readonly unknown[] | null = null;
const asked: string[] = [];
let seat: Seat;

const api = createApi({
  csrfToken: () => null,
  fetch: async (address) => {
    asked.push(String(address));
    if (items === null) throw new TypeError('no network');
    const headers = { 'Content-Type': 'application/json' };
    return Promise.resolve(new Response(JSON.stringify({ items }), { headers }));
  },
});

const show = async (part: ReactNode): Promise<string> =>
  draw(<SeatContext.Provider value={seat}>{part}</SeatContext.Provider>);

beforeEach(() => {
  vi.useFakeTimers();
  openPage();
  vi.stubGlobal('Worker', class {});
  vi.stubGlobal('AudioContext', EventTarget);
  seat = { room: new Room(deskApi(api), ME.id), me: ME, api, houseRules: houseRulesOf(api, ME.id) };
  items = null;
  asked.length = 0;
});
afterEach(closePage);

describe('what could warn somebody and did not load', () => {
  it('is not said to be no caution at an address', async () => {
    const said = await show(<Cautions placeId="p1" />);
    expect(said).toContain('De aandachtspunten zijn niet te laden.');
    expect(said).not.toContain('Er geldt hier geen aandachtspunt.');
    items = [];
    expect(await press()).toContain('Er geldt hier geen aandachtspunt.');
  });

  it('is asked once, as each look is written in the journal', async () => {
    items = [];
    await show(<Cautions placeId="p1" />);
    await act(async () => vi.advanceTimersByTimeAsync(600_000));
    expect(asked).toEqual(['/api/v1/places/p1/cautions']);
  });

  it('is not said to be nothing to decide', async () => {
    const said = await show(<ToDecide />);
    expect(said).toContain('De aandachtspunten zijn niet te laden.');
    expect(said).not.toContain('Niets.');
  });

  it('is said where the silence would be explained, but not over what was shown before', async () => {
    expect(await show(<WhySilent alarmId="a1" loadedMs={1} />)).toContain('Dit is niet te laden');
    items = [{ kind: 'coverage', explains: true, text: 'Hier is geen bereik.' }];
    expect(await press()).toContain('Hier is geen bereik.');
    items = null;
    const later = await show(<WhySilent alarmId="a1" loadedMs={2} />);
    expect(later).toContain('Hier is geen bereik.');
    expect(later).not.toContain('Dit is niet te laden');
    expect(asked).toHaveLength(3);
  });
});
