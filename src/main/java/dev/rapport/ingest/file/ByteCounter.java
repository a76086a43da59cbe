package dev.rapport.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass; after each read it lets {@link Check} look at the count. */
class ByteCounter extends FilterInputStream {
    interface Check {
        void after(long bytes);
    }

    private final Check check;
    private long bytes;

    ByteCounter(InputStream in, Check check) {
        super(in);
        this.check = check;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        passed(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        passed(Math.max(0, n));
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        passed(skipped);
        return skipped;
    }

    private void passed(long n) {
        bytes += n;
        check.after(bytes);
    }
}
