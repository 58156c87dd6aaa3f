import { expect, test } from 'vitest';
import { showNotice } from './show-notice';

/** What the browser was told to show for this push. */
async function shown(push: object): Promise<NotificationOptions | undefined> {
  let options: NotificationOptions | undefined;
  const registration = {
    showNotification: async (_: string, told?: NotificationOptions) => {
      options = told;
    },
  };
  await showNotice(registration, JSON.stringify(push));
  return options;
}

const ASKED = { id: 'n1', title: 'U bent te laat', text: 'Gaat het goed?' };

test('a notice of an alarm stays on the screen until somebody does something', async () => {
  expect((await shown({ ...ASKED, urgency: 'alarm' }))?.requireInteraction).toBe(true);
});

test('any other goes away by itself', async () => {
  expect((await shown({ ...ASKED, urgency: 'normal' }))?.requireInteraction).toBe(false);
});

test('an urgency we do not know counts as an alarm', async () => {
  expect((await shown({ ...ASKED, urgency: 'high' }))?.requireInteraction).toBe(true);
  expect((await shown(ASKED))?.requireInteraction).toBe(true);
});

test('that a companion asked for help makes no sound and does not vibrate', async () => {
  const told = await shown({ ...ASKED, kind: 'companion-help', urgency: 'normal' });
  expect(told?.silent).toBe(true);
  expect(told).not.toHaveProperty('vibrate');
  const other = await shown({ ...ASKED, kind: 'worker-sign-due', urgency: 'alarm' });
  expect(other).not.toHaveProperty('silent');
  expect(other).toHaveProperty('vibrate');
});
