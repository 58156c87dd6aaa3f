/** Tests of attachments. */
@NullMarked
package nl.achterwacht.attachment;

import org.jspecify.annotations.NullMarked;
