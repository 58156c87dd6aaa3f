/**
 * Photos, plans and papers that belong to something else of ours. What a file is, is found from
 * what is in it; a picture is drawn anew, so that it tells nothing of where it was taken. Who may
 * see one, the module that it belongs to decides. Start reading at {@code AttachmentKeeper}.
 */
@NullMarked
package nl.achterwacht.attachment;

import org.jspecify.annotations.NullMarked;
