/**
 * What a report says, and how it is put on paper.
 *
 * <p>A document is a record whose parts name the category of personal data that they carry. Only what the gate left in
 * it reaches a template, and what is missing leaves no trace on the page.
 */
@NullMarked
package nl.werkvlak.platform.rendering;

import org.jspecify.annotations.NullMarked;
