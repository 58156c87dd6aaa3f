import type { Device } from '../../../shared/src/api/types';

export const DEVICE_FILTERS = ['all', 'late', 'broken', 'battery'] as const;
export type DeviceFilter = (typeof DEVICE_FILTERS)[number];

const LOW_PERCENT = 20;

/** Whether nobody tested it in time. */
export function isTestLate(device: Device, nowMs: number): boolean {
  return (
    device.removedAt === null && device.testDueAt !== null && Date.parse(device.testDueAt) <= nowMs
  );
}

export function isBatteryLow({ battery, removedAt }: Device): boolean {
  return removedAt === null && battery !== null && battery.percent < LOW_PERCENT;
}

/** What is written on it; enough to know which one is meant. */
export function nameOfDevice({ maker, number }: Device): string {
  return [maker, number].filter((part) => part !== null).join(' ');
}

/** Those that fit what was chosen and typed; what needs somebody comes first. */
export function devicesShown(
  devices: readonly Device[],
  filter: DeviceFilter,
  typed: string,
  nowMs: number,
): readonly Device[] {
  const words = typed.trim().toLowerCase();
  const fits = (device: Device): boolean => {
    switch (filter) {
      case 'all':
        return true;
      case 'late':
        return isTestLate(device, nowMs);
      case 'broken':
        return device.removedAt === null && device.broken;
      case 'battery':
        return isBatteryLow(device);
    }
  };
  const said = (device: Device): string =>
    [nameOfDevice(device), device.holder?.name ?? '', device.teamName, device.note ?? '']
      .join(' ')
      .toLowerCase();
  const urgency = (device: Device): number =>
    device.removedAt !== null ? 3 : device.broken ? 0 : isTestLate(device, nowMs) ? 1 : 2;
  return devices
    .filter((device) => fits(device) && said(device).includes(words))
    .sort((one, other) => urgency(one) - urgency(other));
}
