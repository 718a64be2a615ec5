package hebb.data.text;

import hebb.core.shape.HebbException;
import java.util.List;
import java.util.Optional;

/// How a [Tokenizer] cuts texts, and which words it knows.
///
/// @param splitter what cuts texts into words
/// @param numWords how many numbers there are, 0 included; all words if it is missing
/// @param charLevel whether each character is a word
/// @param oovToken the word that stands for unknown ones; they are left out if it is missing
public record TokenizerOptions(
        WordSplitter splitter,
        Optional<Integer> numWords,
        boolean charLevel,
        Optional<String> oovToken) {
    /// Keras's defaults: all words, unknown ones left out.
    public static TokenizerOptions of() {
        return new TokenizerOptions(WordSplitter.of(), Optional.empty(), false, Optional.empty());
    }

    /// With texts cut by this.
    public TokenizerOptions splitter(WordSplitter splitter) {
        return new TokenizerOptions(splitter, numWords, charLevel, oovToken);
    }

    /// With this many numbers, 0 included.
    public TokenizerOptions numWords(int numWords) {
        if (numWords < 1) {
            throw HebbException.of("Tokenizer", "num_words is not positive")
                    .received(numWords)
                    .expected("1 or more");
        }
        return new TokenizerOptions(splitter, Optional.of(numWords), charLevel, oovToken);
    }

    /// With each character as a word.
    public TokenizerOptions charLevel(boolean charLevel) {
        return new TokenizerOptions(splitter, numWords, charLevel, oovToken);
    }

    /// With a word for unknown ones, which has the number 1.
    public TokenizerOptions oovToken(String oovToken) {
        return new TokenizerOptions(splitter, numWords, charLevel, Optional.of(oovToken));
    }

    List<String> words(String text) {
        return charLevel
                ? splitter.cased(text).codePoints().mapToObj(Character::toString).toList()
                : splitter.words(text);
    }
}
