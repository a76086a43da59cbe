package dev.rapport.web;

/** Tells the version of the data that a request is answered from. */
public interface CurrentDataVersion {
    DataVersion current();
}
