/**
 * Deadlines that pass: all in one instant, or a steady stream of them. Start reading at {@code
 * StormCase}; every contender is a {@code Storm}.
 */
package nl.achterwacht.bench.storm;
