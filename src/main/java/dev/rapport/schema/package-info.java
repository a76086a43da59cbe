/** The tables: brings them to what this version needs before anything reads them. Uses no other room. */
@NullMarked
package dev.rapport.schema;

import org.jspecify.annotations.NullMarked;
