import type { ApiAnswer } from '../../../shared/src/api/answer';
import { isUnsaved, nextSheet, sheetOf, type Sheet, type SheetEvent } from '../core/sheet';
import type { Door } from './house-rules-api';

export interface SheetView<T> {
  /** Null until it was read. */
  readonly sheet: Sheet<T> | null;
  readonly busy: boolean;
  readonly failed: ApiAnswer<unknown> | null;
  /** It was just saved, and not changed since. */
  readonly isDone: boolean;
}

/** One thing that can be set and its way to the server. It outlives the page that shows it. */
export class SheetLine<T> {
  private seen: SheetView<T> = { sheet: null, busy: false, failed: null, isDone: false };
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly door: Door<T>,
    private readonly onChange: () => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly view = (): SheetView<T> => this.seen;

  isUnsaved(): boolean {
    return this.seen.sheet !== null && isUnsaved(this.seen.sheet);
  }

  /** Reads it anew, unless something of it is not saved yet. */
  async read(): Promise<void> {
    if (this.seen.busy || this.isUnsaved()) return;
    const answer = await this.door.read();
    if (this.seen.busy || this.isUnsaved()) return;
    this.show(
      answer.kind === 'ok'
        ? { ...this.seen, sheet: sheetOf(answer.value), failed: null }
        : { ...this.seen, failed: answer },
    );
  }

  tell(event: SheetEvent<T>): void {
    if (this.seen.sheet === null) return;
    const sheet = nextSheet(this.seen.sheet, event);
    this.show({ ...this.seen, sheet, failed: null, isDone: false });
  }

  /** Whether the draft is in force now. */
  async save(): Promise<boolean> {
    const { sheet } = this.seen;
    if (sheet === null) return false;
    return this.write(sheet, sheet.draft, (value) => ({
      kind: 'saved',
      wanted: sheet.draft,
      value,
    }));
  }

  /** Has the server put `wanted` in the place of the draft; whether it did. */
  async replaceBy(wanted: T): Promise<boolean> {
    const { sheet } = this.seen;
    if (sheet === null) return false;
    return this.write(sheet, wanted, (value) => ({ kind: 'replaced', value }));
  }

  private async write(
    sheet: Sheet<T>,
    wanted: T,
    eventOf: (value: T) => SheetEvent<T>,
  ): Promise<boolean> {
    if (this.seen.busy) return false;
    this.show({ ...this.seen, busy: true, failed: null, isDone: false });
    const written = await this.door.write(sheet.saved, wanted);
    this.show({ ...this.seen, busy: false });
    switch (written.kind) {
      case 'written':
        this.tell(eventOf(written.value));
        this.show({ ...this.seen, isDone: !this.isUnsaved() });
        return true;
      case 'meanwhile':
        this.tell({ kind: 'found-changed', now: written.now });
        return false;
      case 'failed':
        this.show({ ...this.seen, failed: written.answer });
        return false;
    }
  }

  private show(view: SheetView<T>): void {
    this.seen = view;
    this.listeners.forEach((listener) => listener());
    this.onChange();
  }
}
