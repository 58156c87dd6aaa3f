import { describe, expect, it } from 'vitest';
import { readPush } from './push-message';

describe('a pushed notice', () => {
  it('is read with its buttons and link', () => {
    const message = readPush(
      JSON.stringify({
        id: 'n1',
        kind: 'alarm-call',
        language: 'nl',
        title: 'Alarm',
        text: 'Open Achterwacht.',
        link: '/control-room/#/alarms/1',
        actions: [{ name: 'acknowledge', label: 'Ik pak dit op' }],
        urgency: 'alarm',
        madeAt: '2026-11-23T14:00:00Z',
      }),
    );
    expect(message.actions[0]?.name).toBe('acknowledge');
    expect(message.topic).toBeNull();
  });

  it('is shown as a call when it cannot be read: somebody wanted to reach us', () => {
    for (const text of ['', '{', '[]', '{"title":1}']) {
      expect(readPush(text).urgency).toBe('alarm');
    }
  });

  it('loses only what is wrong with it', () => {
    const message = readPush('{"id":"n1","title":"Alarm","actions":"none","urgency":"loud"}');
    expect(message).toMatchObject({ title: 'Alarm', actions: [], urgency: 'alarm' });
  });
});
