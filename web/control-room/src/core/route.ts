import { isDay, mondayOf } from '../../../shared/src/core/local-day';

/** Where in the app we are; kept behind the hash, so that a link in a notice opens the alarm. */
export type Route =
  | { readonly page: 'board' }
  | { readonly page: 'alarm'; readonly alarmId: string }
  /** `monday` is null for the week that it is now. */
  | { readonly page: 'planner'; readonly monday: string | null }
  | { readonly page: 'preparations' }
  | { readonly page: 'preparation'; readonly visitId: string }
  | { readonly page: 'policy' }
  | { readonly page: 'places' }
  | { readonly page: 'place'; readonly placeId: string }
  | { readonly page: 'hot-spots' }
  | { readonly page: 'tasks' }
  | { readonly page: 'task'; readonly taskId: string }
  | { readonly page: 'incidents' }
  | { readonly page: 'incident'; readonly incidentId: string }
  | { readonly page: 'letter-templates' }
  | { readonly page: 'devices' }
  | { readonly page: 'device'; readonly deviceId: string }
  | { readonly page: 'transport' }
  | { readonly page: 'drills' }
  | { readonly page: 'workplaces' }
  | { readonly page: 'workplace'; readonly workplaceId: string }
  | { readonly page: 'protocol'; readonly part: ProtocolPart }
  | { readonly page: 'agreements' }
  | { readonly page: 'meetings' }
  | { readonly page: 'meeting'; readonly meetingId: string }
  | { readonly page: 'imports' }
  /** What waits for whoever answers for others. */
  | { readonly page: 'today' }
  | { readonly page: 'reports'; readonly kind: ReportKind }
  | { readonly page: 'yearly-reports' }
  | { readonly page: 'privacy' }
  | { readonly page: 'house-rules'; readonly part: HouseRulesPart };

/** What can be seen of the protocol, in the order of the page. */
export const PROTOCOL_PARTS = ['read', 'edit', 'versions', 'readers'] as const;
export type ProtocolPart = (typeof PROTOCOL_PARTS)[number];

/** What an organisation settles for its home visits, in the order of the page. */
export const HOUSE_RULES_PARTS = [
  'cards',
  'at-the-door',
  'leave-sentences',
  'risky-moments',
  'packing',
  'office-hours',
  'reachability',
  'companion',
] as const;
export type HouseRulesPart = (typeof HOUSE_RULES_PARTS)[number];

/** The reports, in the order of the page. */
export const REPORT_KINDS = [
  'risks',
  'signals',
  'false-alarms',
  'response-times',
  'adoption',
  'workplaces',
  'self-check',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The pages that the header leads to. */
export type DeskPage =
  | 'today'
  | 'board'
  | 'tasks'
  | 'incidents'
  | 'planner'
  | 'workplaces'
  | 'preparations'
  | 'places'
  | 'hot-spots'
  | 'drills'
  | 'protocol'
  | 'house-rules'
  | 'reports'
  | 'privacy'
  | 'policy';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function routeOf(hash: string): Route {
  const [, page, id] = hash.replace(/^#/, '').split('/');
  if (page === 'alarms' && id !== undefined && UUID.test(id)) {
    return { page: 'alarm', alarmId: id.toLowerCase() };
  }
  if (page === 'planner') {
    return { page, monday: id !== undefined && isDay(id) ? mondayOf(id) : null };
  }
  if (page === 'policy' || page === 'hot-spots' || page === 'imports' || page === 'privacy') {
    return { page };
  }
  if (page === 'preparations') {
    return id !== undefined && UUID.test(id)
      ? { page: 'preparation', visitId: id.toLowerCase() }
      : { page };
  }
  if (page === 'tasks') {
    return id !== undefined && UUID.test(id)
      ? { page: 'task', taskId: id.toLowerCase() }
      : { page };
  }
  if (page === 'incidents') {
    return id !== undefined && UUID.test(id)
      ? { page: 'incident', incidentId: id.toLowerCase() }
      : { page };
  }
  if (page === 'letter-templates') {
    return { page };
  }
  if (page === 'today' || page === 'yearly-reports') {
    return { page };
  }
  if (page === 'reports') {
    return { page, kind: REPORT_KINDS.find((kind) => kind === id) ?? 'risks' };
  }
  if (page === 'drills' || page === 'transport') {
    return { page };
  }
  if (page === 'devices') {
    return id !== undefined && UUID.test(id)
      ? { page: 'device', deviceId: id.toLowerCase() }
      : { page };
  }
  if (page === 'protocol') {
    return { page, part: PROTOCOL_PARTS.find((part) => part === id) ?? 'read' };
  }
  if (page === 'agreements') return { page };
  if (page === 'meetings') {
    return id !== undefined && UUID.test(id)
      ? { page: 'meeting', meetingId: id.toLowerCase() }
      : { page };
  }
  if (page === 'workplaces') {
    return id !== undefined && UUID.test(id)
      ? { page: 'workplace', workplaceId: id.toLowerCase() }
      : { page };
  }
  if (page === 'house-rules') {
    return { page, part: HOUSE_RULES_PARTS.find((part) => part === id) ?? 'cards' };
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
    case 'preparations':
      return '#/preparations';
    case 'preparation':
      return `#/preparations/${route.visitId}`;
    case 'policy':
      return '#/policy';
    case 'places':
      return '#/places';
    case 'place':
      return `#/places/${route.placeId}`;
    case 'hot-spots':
      return '#/hot-spots';
    case 'tasks':
      return '#/tasks';
    case 'task':
      return `#/tasks/${route.taskId}`;
    case 'incidents':
      return '#/incidents';
    case 'incident':
      return `#/incidents/${route.incidentId}`;
    case 'letter-templates':
      return '#/letter-templates';
    case 'devices':
      return '#/devices';
    case 'device':
      return `#/devices/${route.deviceId}`;
    case 'transport':
      return '#/transport';
    case 'drills':
      return '#/drills';
    case 'workplaces':
      return '#/workplaces';
    case 'workplace':
      return `#/workplaces/${route.workplaceId}`;
    case 'protocol':
      return route.part === 'read' ? '#/protocol' : `#/protocol/${route.part}`;
    case 'agreements':
      return '#/agreements';
    case 'meetings':
      return '#/meetings';
    case 'meeting':
      return `#/meetings/${route.meetingId}`;
    case 'imports':
      return '#/imports';
    case 'today':
      return '#/today';
    case 'reports':
      return `#/reports/${route.kind}`;
    case 'yearly-reports':
      return '#/yearly-reports';
    case 'privacy':
      return '#/privacy';
    case 'house-rules':
      return `#/house-rules/${route.part}`;
  }
}

/** The alarm a link of a notice points at, or null when it points elsewhere. */
export function alarmInLink(link: string): string | null {
  const route = routeOf(link.slice(Math.max(0, link.indexOf('#'))));
  return route.page === 'alarm' ? route.alarmId : null;
}
