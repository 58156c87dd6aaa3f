import { field, signInTo, type Api } from './api';

export interface Colleague {
  readonly id: string;
  readonly api: Api;
}

/** Somebody of the team that nobody plays: what they do, the test does. */
export async function addWorker(
  url: string,
  {
    beheer,
    teamId,
    name,
    userName,
  }: { beheer: Api; teamId: string; name: string; userName: string },
): Promise<Colleague> {
  const person = await beheer.send('POST', '/people', {
    name,
    userName,
    password: 'achterwacht-voorbeeld',
    teamId,
    roles: ['worker'],
    language: 'nl',
  });
  return { id: String(field(person, 'id')), api: await signInTo(url, userName) };
}
