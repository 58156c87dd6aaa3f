/**
 * The whole server as a process of its own, as it is run: over HTTP with many phones, many boards,
 * at rest, from its start, and beside Nagios. Start reading at {@code ServerCases}.
 */
package nl.achterwacht.bench.server;
