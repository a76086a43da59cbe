/** Says that figures are the demo's, and takes the demo's import back. */
@NullMarked
package dev.rapport.ingest.demo;

import org.jspecify.annotations.NullMarked;
