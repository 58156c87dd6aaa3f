/** What a collector may do to us, and what it may not. */
package nl.achterwacht.app.traces;
