import { useEffect, useId, useReducer, useRef, useState, type PointerEvent } from 'react';
import { Button, Dialog, useAnnounce, useSharedText } from '../../../shared/src/components';
import {
  nextPress,
  NOT_PRESSED,
  progressOf,
  type Press,
  type PressEvent,
} from '../core/panic-press';
import { vibrate } from '../shell/senses';
import { useText } from './app-context';
import './panic-button.css';

interface PanicButtonProps {
  readonly holdMs: number;
  readonly onPanic: () => void;
}

/** A screen reader's press comes as a pointer without size or force; it cannot be held. */
function isVirtual(event: PointerEvent): boolean {
  const { width, height, pressure, pointerType } = event;
  if (width === 0 && height === 0) return true;
  return width === 1 && height === 1 && pressure === 0 && pointerType === 'mouse';
}

const RING = 2 * Math.PI * 20;

/**
 * Always on the screen. Hold it, or tap five times; a keyboard, switch or screen reader presses once
 * and is asked to confirm, since it cannot hold.
 */
export function PanicButton({ holdMs, onPanic }: PanicButtonProps) {
  const text = useText();
  const shared = useSharedText();
  const announce = useAnnounce();
  const [press, tell] = useReducer(
    (before: Press, event: PressEvent) => nextPress(before, event, holdMs),
    NOT_PRESSED,
  );
  const [now, setNow] = useState(0);
  const how = useId();
  const [asking, ask] = useState(false);
  const touched = useRef(false);
  const held = press.heldSinceMs !== null;

  useEffect(() => {
    if (!held) return undefined;
    let frame = requestAnimationFrame(function draw() {
      const atMs = performance.now();
      setNow(atMs);
      tell({ kind: 'tick', atMs });
      frame = requestAnimationFrame(draw);
    });
    // Frames stop when the phone is busy; the call may not.
    const sure = setTimeout(() => tell({ kind: 'tick', atMs: performance.now() }), holdMs + 30);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(sure);
    };
  }, [held, holdMs]);

  const fired = press.fired;
  const call = useRef(onPanic);
  useEffect(() => {
    call.current = onPanic;
  }, [onPanic]);
  useEffect(() => {
    if (!fired) return;
    vibrate([80, 60, 80]);
    announce(text.panic.sent, 'assertive');
    call.current();
  }, [fired, announce, text]);

  const seconds = String(Math.round(holdMs / 100) / 10);
  const progress = progressOf(press, now, holdMs);
  return (
    <>
      <button
        type="button"
        className={`aw-panic${held ? ' aw-panic--held' : ''}`}
        aria-describedby={how}
        onPointerDown={(event) => {
          if (event.button !== 0 || isVirtual(event)) return;
          touched.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          vibrate(30);
          tell({ kind: 'down', atMs: performance.now() });
        }}
        onPointerUp={() => {
          if (held && !fired) announce(text.panic.hold(seconds));
          tell({ kind: 'up', atMs: performance.now() });
        }}
        onPointerCancel={() => {
          // No click follows: the next one may come from a keyboard.
          touched.current = false;
          tell({ kind: 'up', atMs: performance.now() });
        }}
        onContextMenu={(event) => event.preventDefault()}
        onClick={() => {
          if (!touched.current) ask(true);
          touched.current = false;
        }}
      >
        <svg className="aw-panic__ring" viewBox="0 0 48 48" aria-hidden="true">
          <circle className="aw-panic__track" cx="24" cy="24" r="20" />
          <circle
            className="aw-panic__progress"
            cx="24"
            cy="24"
            r="20"
            strokeDasharray={RING}
            strokeDashoffset={RING * (1 - progress)}
          />
          <path className="aw-panic__mark" d="M24 13v14M24 33v3" />
        </svg>
        <span className="aw-panic__words">
          <span className="aw-panic__title">{text.panic.button}</span>
          <span className="aw-panic__hint">
            {held ? text.panic.holding : text.panic.hold(seconds)}
          </span>
        </span>
      </button>
      <span id={how} hidden>
        {text.panic.how}
      </span>
      {asking ? (
        <Dialog title={text.panic.confirmTitle} onClose={() => ask(false)}>
          <p className="utrecht-paragraph">{text.panic.confirmText}</p>
          <Button
            look="danger"
            large
            onClick={() => {
              ask(false);
              announce(text.panic.sent, 'assertive');
              onPanic();
            }}
          >
            {text.panic.confirmYes}
          </Button>
          <Button onClick={() => ask(false)}>{shared.cancel}</Button>
        </Dialog>
      ) : null}
    </>
  );
}
