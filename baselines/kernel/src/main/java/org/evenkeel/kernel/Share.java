package org.evenkeel.kernel;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A share on the command line: {@code 3%} or {@code 0.03}.
 *
 * @param value 0.03 for both
 */
public record Share(double value) {

    /** Reads a share as {@link Grammar#share} does. */
    public static final class Converter implements ITypeConverter<Share> {
        @Override
        public Share convert(String text) {
            try {
                return new Share(Grammar.share(text));
            } catch (BadInputException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
