import { isDay, mondayOf } from '../../../shared/src/core/local-day';

/** Where in the app we are; kept behind the hash, so that a link in a notice opens the alarm. */
export type Route =
  | { readonly page: 'board' }
  | { readonly page: 'alarm'; readonly alarmId: string }
  /** `monday` is null for the week that it is now. */
  | { readonly page: 'planner'; readonly monday: string | null }
  | { readonly page: 'policy' }
  | { readonly page: 'places' }
  | { readonly page: 'place'; readonly placeId: string }
  | { readonly page: 'hot-spots' }
  | { readonly page: 'imports' };

/** The pages that the header leads to. */
export type DeskPage = 'board' | 'planner' | 'places' | 'hot-spots' | 'imports' | 'policy';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function routeOf(hash: string): Route {
  const [, page, id] = hash.replace(/^#/, '').split('/');
  if (page === 'alarms' && id !== undefined && UUID.test(id)) {
    return { page: 'alarm', alarmId: id.toLowerCase() };
  }
  if (page === 'planner') {
    return { page, monday: id !== undefined && isDay(id) ? mondayOf(id) : null };
  }
  if (page === 'policy' || page === 'hot-spots' || page === 'imports') {
    return { page };
  }
  if (page === 'places') {
    return id !== undefined && UUID.test(id)
      ? { page: 'place', placeId: id.toLowerCase() }
      : { page: 'places' };
  }
  return { page: 'board' };
}

export function hashOf(route: Route): string {
  switch (route.page) {
    case 'board':
      return '#/';
    case 'alarm':
      return `#/alarms/${route.alarmId}`;
    case 'planner':
      return route.monday === null ? '#/planner' : `#/planner/${route.monday}`;
    case 'policy':
      return '#/policy';
    case 'places':
      return '#/places';
    case 'place':
      return `#/places/${route.placeId}`;
    case 'hot-spots':
      return '#/hot-spots';
    case 'imports':
      return '#/imports';
  }
}

/** The alarm a link of a notice points at, or null when it points elsewhere. */
export function alarmInLink(link: string): string | null {
  const route = routeOf(link.slice(Math.max(0, link.indexOf('#'))));
  return route.page === 'alarm' ? route.alarmId : null;
}
