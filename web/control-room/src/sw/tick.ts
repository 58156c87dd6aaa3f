/**
 * A tick every second from a worker: browsers slow the timers of a hidden tab down to one a
 * minute, and a board behind another window must still notice that it went stale.
 */
declare const self: DedicatedWorkerGlobalScope;

setInterval(() => self.postMessage('tick'), 1000);

export {};
