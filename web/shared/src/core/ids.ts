/**
 * A UUID of version 7: sorts by the moment it was made, so that it can be a key of the server.
 * `random` holds at least ten random bytes.
 */
export function uuidv7(nowMs: number, random: Uint8Array): string {
  const time = Math.floor(nowMs).toString(16).padStart(12, '0');
  const hex = Array.from(random.slice(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  const variant = (8 + (Number.parseInt(hex.charAt(4), 16) % 4)).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${hex.slice(0, 3)}`,
    `${variant}${hex.slice(5, 8)}`,
    hex.slice(8, 20),
  ].join('-');
}
