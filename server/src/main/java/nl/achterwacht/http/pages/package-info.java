/** What is served beside the API: both apps, health, security.txt. */
@NullMarked
package nl.achterwacht.http.pages;

import org.jspecify.annotations.NullMarked;
