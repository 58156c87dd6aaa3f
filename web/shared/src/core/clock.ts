/** Hours and minutes as people here read them, in Dutch time whatever the phone is set to. */
export function clockTime(atMs: number): string {
  return new Intl.DateTimeFormat('nl-NL', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  }).format(atMs);
}

/** `4:05`, `1:04:05`, and `-0:10` once the moment has passed. */
export function countdown(leftMs: number): string {
  const passed = leftMs < 0;
  const seconds = passed ? Math.floor(-leftMs / 1000) : Math.ceil(leftMs / 1000);
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = `${hours > 0 ? two(minutes) : String(minutes)}:${two(seconds % 60)}`;
  return `${passed && seconds > 0 ? '-' : ''}${hours > 0 ? `${hours}:` : ''}${rest}`;
}
