package nl.achterwacht.watch;

import nl.achterwacht.base.Fence;

/**
 * What stands around the waking of watches.
 *
 * @param outages when no server of ours was there
 * @param fence whether this server may wake rows at all
 * @param listener hears what was done
 */
public record WatchGuard(Outages outages, Fence fence, WatchListener listener) {}
