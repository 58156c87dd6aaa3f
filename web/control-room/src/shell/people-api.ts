import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { peopleSchema, teamsSchema } from '../../../shared/src/api/parse-board';
import { colleaguesSchema } from '../../../shared/src/api/parse-preparation';
import type { People, Person, Teams } from '../../../shared/src/api/types';

/** What a list to choose from shows. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export type Colleague = Pick<Person, 'id' | 'name' | 'roles'>;

/** Everybody in the organisation, and its teams. */
export interface PeopleApi {
  colleagues(): Promise<ApiAnswer<{ readonly items: readonly Colleague[] }>>;
  /** With how each of them is reached. */
  people(): Promise<ApiAnswer<People>>;
  teams(): Promise<ApiAnswer<Teams>>;
}

export function peopleApi(api: Api): PeopleApi {
  const get = { method: 'GET' } as const;
  return {
    colleagues: () => api.call({ ...get, path: '/people', schema: colleaguesSchema }),
    people: () => api.call({ ...get, path: '/people', schema: peopleSchema }),
    teams: () => api.call({ ...get, path: '/teams', schema: teamsSchema }),
  };
}
