package org.evenkeel.leakcheck.specimens.clean;

import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import org.evenkeel.leakcheck.specimens.Clean;

/** A compressor per request, whose 260 KB of native state are freed by its end. Some 30 microseconds an operation. */
@Clean(why = "each compressor is ended on the way out")
public final class DeflatersEnded implements Callable<Object> {
    @Override
    public Object call() {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(new byte[100]);
            return deflater.deflate(new byte[100]);
        } finally {
            deflater.end();
        }
    }
}
