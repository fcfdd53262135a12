package org.specimen.net;

/** Some bytes of a file (RFC 9110, "Range Requests"). */
public sealed interface ByteRange {

    /** As the header says it. */
    String header();

    /**
     * The bytes from one place to another.
     *
     * @param first counted from 0
     * @param last counted from 0, and wanted too
     */
    record Between(long first, long last) implements ByteRange {

        public Between {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("no range of bytes: " + first + " to " + last);
            }
        }

        @Override
        public String header() {
            return "bytes=" + first + "-" + last;
        }
    }

    /** The end of a file. */
    record Last(long length) implements ByteRange {

        public Last {
            if (length < 1) {
                throw new IllegalArgumentException("no range of bytes: the last " + length);
            }
        }

        @Override
        public String header() {
            return "bytes=-" + length;
        }
    }
}
