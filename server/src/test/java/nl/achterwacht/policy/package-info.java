@NullMarked
package nl.achterwacht.policy;

import org.jspecify.annotations.NullMarked;
