import parsePhoneNumber from 'libphonenumber-js/min';

const NUMBER_ALONE = /^\+?[0-9(][0-9 ().-]*$/;
const DIGITS_OF_A_DUTCH_NUMBER = 10;

/**
 * A phone number as people here dial it: 020 123 45 67, 06 12 34 56 78, +32 470 12 34 56. What is
 * no whole number, such as 112, stays as it was given. Paper has the same (`print.PhoneNumbers`).
 */
export function sayNumber(given: string): string {
  const number = NUMBER_ALONE.test(given) ? parsePhoneNumber(given, 'NL') : undefined;
  if (number === undefined) return given;
  const isWhole = number.isValid() || (given.startsWith('+') && number.isPossible());
  if (!isWhole) return given;
  return number.countryCallingCode === '31'
    ? inPairs(number.formatNational())
    : number.formatInternational();
}

/** The library knows where the area code ends; what follows it, it writes in one or two pieces. */
function inPairs(national: string): string {
  const [area = '', ...rest] = national.split(' ');
  const subscriber = rest.join('');
  if (area.length + subscriber.length !== DIGITS_OF_A_DUTCH_NUMBER || subscriber === '') {
    return national;
  }
  const first = subscriber.length % 2 === 0 ? 2 : 3;
  const pairs = subscriber.slice(first).match(/\d\d/g) ?? [];
  return [area, subscriber.slice(0, first), ...pairs].join(' ');
}
