package nl.werkvlak.platform.onboarding;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 and stops with a {@link BrokenFile} where the structure of the file is at fault, so that the parser
 * behind it never has to hold more than one bounded row, and never takes the rest of a file for one field.
 *
 * <p>It hands out everything before the fault first: the rows up to there are good, at every reading.
 */
final class GuardedReader extends Reader {

    static final int LARGEST_FIELD = 100_000;
    static final int LARGEST_ROW = 1_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Where in a row the next character stands. */
    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_ENDED
    }

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private Place place = Place.FIELD_START;
    private boolean started;
    private boolean ended;
    private boolean afterReturn;
    private boolean spansLines;
    private long line = 1;
    private long quoteLine = 1;
    private int fieldSize;
    private int rowSize;
    private @Nullable BrokenFile broken;

    GuardedReader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (broken == null) {
            var count = decode(into, offset, length);
            if (count > 0 && !started) {
                started = true;
                if (into[offset] == BYTE_ORDER_MARK) {
                    count--;
                    System.arraycopy(into, offset + 1, into, offset, count);
                }
            }
            var good = guard(into, offset, count);
            if (good > 0) {
                return good;
            }
            if (count == 0 && broken == null && ended) {
                return atEnd();
            }
        }
        throw broken;
    }

    private int atEnd() throws BrokenFile {
        if (place == Place.QUOTED) {
            throw new BrokenFile(Fault.UNCLOSED_QUOTE, quoteLine);
        }
        if (!started) {
            throw new BrokenFile(Fault.EMPTY_FILE, null);
        }
        return -1;
    }

    /** How many characters could be read; what stops it is kept for the next turn. */
    private int decode(char[] into, int offset, int length) throws IOException {
        var out = CharBuffer.wrap(into, offset, length);
        while (out.position() == offset && broken == null) {
            var result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                // The line is known once what stands before it is guarded.
                broken = new BrokenFile(Fault.WRONG_ENCODING, null);
            } else if (out.position() == offset) {
                if (result.isOverflow()) {
                    throw new IllegalArgumentException("Room for one character is not enough");
                }
                if (ended) {
                    break;
                }
                fill();
            }
        }
        return out.position() - offset;
    }

    private void fill() throws IOException {
        bytes.compact();
        try {
            var count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(0, count));
        } catch (BrokenFile e) {
            broken = e;
        } finally {
            bytes.flip();
        }
    }

    /** How many of these characters are in order. */
    private int guard(char[] chars, int offset, int count) {
        for (var at = offset; at < offset + count; at++) {
            var fault = faultOf(chars[at]);
            if (fault != null) {
                broken = new BrokenFile(fault, fault == Fault.UNCLOSED_QUOTE ? quoteLine : line);
                return at - offset;
            }
        }
        if (broken != null && broken.fault() == Fault.WRONG_ENCODING) {
            broken = new BrokenFile(Fault.WRONG_ENCODING, line);
        }
        return count;
    }

    private @Nullable Fault faultOf(char next) {
        if (++rowSize > LARGEST_ROW && place != Place.QUOTED) {
            return Fault.ROW_TOO_LARGE;
        }
        if (++fieldSize > LARGEST_FIELD) {
            return place == Place.QUOTED && spansLines ? Fault.UNCLOSED_QUOTE : Fault.FIELD_TOO_LARGE;
        }
        if (next == '"') {
            quote();
        } else if (place == Place.QUOTED) {
            if (next == '\n' || next == '\r') {
                newLine(next);
                spansLines = true;
            } else {
                afterReturn = false;
            }
        } else if (next == ';') {
            afterReturn = false;
            startField();
        } else if (next == '\n' || next == '\r') {
            newLine(next);
            startField();
            rowSize = 0;
        } else if (place == Place.QUOTE_ENDED) {
            return Fault.STRAY_QUOTE;
        } else if (place == Place.FIELD_START) {
            place = Place.PLAIN;
            afterReturn = false;
        }
        return null;
    }

    private void quote() {
        afterReturn = false;
        if (place == Place.FIELD_START) {
            place = Place.QUOTED;
            quoteLine = line;
            spansLines = false;
        } else if (place == Place.QUOTED) {
            place = Place.QUOTE_ENDED;
        } else if (place == Place.QUOTE_ENDED) {
            // Two in a row stand for one.
            place = Place.QUOTED;
        }
    }

    private void startField() {
        place = Place.FIELD_START;
        fieldSize = 0;
    }

    private void newLine(char next) {
        if (next == '\r' || !afterReturn) {
            line++;
        }
        afterReturn = next == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
