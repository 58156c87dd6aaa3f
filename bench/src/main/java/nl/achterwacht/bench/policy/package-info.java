/** How fast visits are judged by the decision tables we ship. */
package nl.achterwacht.bench.policy;
