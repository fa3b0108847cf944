package org.evenkeel.suite.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A share on the command line: {@code 3%} or {@code 0.03}.
 *
 * @param value 0.03 for both
 */
public record Share(double value) {

    /** Reads a share. A bare number above 1 is refused: somebody who writes 3 means 3 %, and would get 300 %. */
    public static final class Converter implements ITypeConverter<Share> {
        @Override
        public Share convert(String text) {
            try {
                String bare = text.strip();
                boolean percent = bare.endsWith("%");
                double number = Double.parseDouble(percent ? bare.substring(0, bare.length() - 1) : bare);
                double share = percent ? number / 100 : number;
                if (share >= 0 && (percent || share <= 1)) {
                    return new Share(share);
                }
            } catch (NumberFormatException e) {
                throw refused(text);
            }
            throw refused(text);
        }

        private static TypeConversionException refused(String text) {
            return new TypeConversionException("expected a share such as 3% or 0.03, found '" + text + "'");
        }
    }
}
