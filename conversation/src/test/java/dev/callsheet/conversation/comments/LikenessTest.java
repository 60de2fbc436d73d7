package dev.callsheet.conversation.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How much is the red sofa?     | how MUCH is the red sofa
            How much is the red sofa?     | hey how much is the red sofa please!!
            How much is the red sofa?     | how mcuh is the red sofa
            How much is the red sofa?     | How much is the red sofa now?
            How much is the red sofa?     | How muchhhh is the red sofaaaa???
            Wie groß ist das Café         | wie groß ist das cafe?
            What is the height of it      | What is the hieght of it
            这个多少钱？                    | 这个多少钱
            """)
    void thisIsAskedTwice(String one, String other) {
        assertThat(like(one, other)).isTrue();
        assertThat(like(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How much is the red sofa?                                  | How much is the blue sofa?
            can you tell me whether this lamp is there in size 38      | can you tell me whether this lamp is there in size 39
            can you tell me if the long table is available in red      | can you tell me if the long table is available in blue
            Is it available?                                           | Is it available in Norway and by when?
            How much is it?                                            | How old are you?
            这个多少钱                                                   | 你叫什么名字
            がくせい                                                    | かくせい
            """)
    void theseAreDifferent(String one, String other) {
        assertThat(like(one, other)).isFalse();
        assertThat(like(other, one)).isFalse();
    }

    private static boolean like(String one, String other) {
        Set<String> fillers = CommentTerms.DEFAULT.fillers();
        return Likeness.of(one, fillers).like(Likeness.of(other, fillers), CommentTerms.DEFAULT.alike());
    }
}
