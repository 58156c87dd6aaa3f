/** Opens the dialler; a page cannot call by itself. */
export function telLink(number: string): string {
  return `tel:${number.replaceAll(/[^\d+]/g, '')}`;
}

/** Opens a text message that only has to be sent. */
export function smsLink(number: string, body: string): string {
  return `sms:${number.replaceAll(/[^\d+]/g, '')}?&body=${encodeURIComponent(body)}`;
}

/** A Dutch number as people read it: 06 12345678, 010 1234567; anything else as it is. */
export function readable(number: string): string {
  const national = number.startsWith('+31') ? `0${number.slice(3)}` : number;
  if (/^06\d{8}$/.test(national)) return `${national.slice(0, 2)} ${national.slice(2)}`;
  if (/^0\d{9}$/.test(national)) return `${national.slice(0, 3)} ${national.slice(3)}`;
  return national;
}
