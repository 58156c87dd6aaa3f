/** Where phones are: how many positions can be stored. Start reading at {@code PositionCase}. */
package nl.achterwacht.bench.position;
