package dev.rapport.db;

/** Takes pieces of SQL, each with the values that are bound in its question marks. */
public interface SqlPieces {
    SqlPieces add(String piece, Object... bound);
}
