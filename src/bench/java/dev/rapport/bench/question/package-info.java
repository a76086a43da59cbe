/** What is asked, of Rapport by an address and of its peers in SQL, and whether the answers agree. */
@NullMarked
package dev.rapport.bench.question;

import org.jspecify.annotations.NullMarked;
