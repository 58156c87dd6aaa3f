/** The benchmark's frame: database, made-up town, measuring, report. Start at {@code Bench}. */
package nl.achterwacht.bench;
