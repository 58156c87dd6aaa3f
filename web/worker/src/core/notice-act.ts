import type { Act } from './act';
import type { Phone } from './phone';

/** What a button of a notification does; null when there is nothing to do it to. */
export function actOfNotice(action: string, phone: Phone): Act | null {
  const watchId = phone.watch === null || phone.watch.state === 'closed' ? null : phone.watch.id;
  if (action === 'help') return { kind: 'panic', watchId };
  if (watchId === null) return null;
  if (action === 'sign-of-life') return { kind: 'sign-of-life', watchId };
  if (action === 'extend') {
    return { kind: 'extend', watchId, minutes: phone.me?.teamNumbers.extensionMinutes ?? 15 };
  }
  return null;
}

/** Where a tap on a notification leads: always inside the phone app. */
export function placeOfNotice(link: string | null): string {
  return link !== null && link.startsWith('/worker/') ? link : '/worker/#/home';
}
