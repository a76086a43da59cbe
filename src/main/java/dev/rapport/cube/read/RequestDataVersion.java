package dev.rapport.cube.read;

import jakarta.enterprise.context.RequestScoped;

/** The edition that this request is answered from; empty before it has been read. */
@RequestScoped
class RequestDataVersion {
    private String edition = "";

    String get() {
        return edition;
    }

    void set(String read) {
        edition = read;
    }
}
