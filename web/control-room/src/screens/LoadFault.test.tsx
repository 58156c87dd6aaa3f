// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiAnswer } from '../../../shared/src/api/answer';
import { closePage, draw, openPage, press } from '../../../shared/src/test-kit/page';
import { Loading } from './LoadFault';
import { NamedField } from './NamedField';

const GONE: ApiAnswer<never> = { kind: 'unreachable' };
const again = vi.fn(async () => Promise.resolve());

beforeEach(() => {
  openPage();
  again.mockClear();
});
afterEach(closePage);

describe('a part of a page', () => {
  it('says that it is on its way', async () => {
    const of = { value: null, failed: null, waiting: true, again };
    expect(await draw(<Loading of={of} />)).toBe('Wordt geladen…');
  });

  it('says why it did not come, and asks again', async () => {
    const of = { value: null, failed: GONE, waiting: false, again };
    expect(await draw(<Loading of={of} />)).toContain(
      'Dit is niet te laden: de server is niet bereikbaar.',
    );
    await press();
    expect(again).toHaveBeenCalledOnce();
  });

  it('says of what the server does not know that it is not there, without a way to ask again', async () => {
    const problem = { type: 'about:blank', title: '', status: 404, detail: '' };
    const failed = { kind: 'problem', status: 404, problem, retryAfterSeconds: null } as const;
    const of = { value: null, failed, waiting: false, again };
    expect(await draw(<Loading of={of} unknown="Dat is er niet." />)).toBe('Dat is er niet.');
    expect(document.querySelector('button')).toBeNull();
  });
});

describe('a field to choose from a list', () => {
  it('says that the list did not come, and chooses nobody meanwhile', async () => {
    await draw(
      <NamedField
        label="Wie?"
        of={{ value: null, failed: GONE, again }}
        value="anna"
        onChange={() => undefined}
      />,
    );
    expect(document.querySelector('select')?.value).toBe('');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Dit is niet te laden');
    await press();
    expect(again).toHaveBeenCalledOnce();
  });
});
