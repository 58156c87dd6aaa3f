/** Tests of pages that need no server. */
@NullMarked
package nl.achterwacht.http.pages;

import org.jspecify.annotations.NullMarked;
