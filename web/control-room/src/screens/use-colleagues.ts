import { useMemo } from 'react';
import type { Person } from '../../../shared/src/api/types';
import { useLoaded, type Loaded } from '../../../shared/src/components';
import { peopleApi, type Colleague, type Named, type PeopleApi } from '../shell/people-api';
import { useSeat } from './room-context';

type List<T> = Omit<Loaded<{ readonly items: readonly T[] }>, 'set' | 'change'>;

function usePeopleApi(): PeopleApi {
  const { api } = useSeat();
  return useMemo(() => peopleApi(api), [api]);
}

/** The colleagues of the organisation, by name. */
export function useColleagues(): List<Colleague> {
  return useLoaded(usePeopleApi().colleagues);
}

/** The same, with how each of them is reached. */
export function usePeople(): List<Person> {
  return useLoaded(usePeopleApi().people);
}

/** The teams, by name; one's own is known before the others come. */
export function useTeams(): List<Named> & { readonly value: { readonly items: readonly Named[] } } {
  const { me } = useSeat();
  const teams = useLoaded(usePeopleApi().teams);
  const own: Named = { id: me.teamId, name: me.teamName };
  return { ...teams, value: { items: (teams.value?.items ?? [own]).toSorted(byName) } };
}

export function byName(one: Named, other: Named): number {
  return one.name.localeCompare(other.name, 'nl');
}
