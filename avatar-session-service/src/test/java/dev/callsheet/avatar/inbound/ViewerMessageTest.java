package dev.callsheet.avatar.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerMessageTest {
    @Test
    void everyMessageOfTheLineIsUnderstood() {
        assertThat(read("{'type':'say','id':'a','text':'Hello'}")).isEqualTo(new ViewerMessage.Say("a", "Hello"));
        assertThat(read("{'type':'say','text':'Hello'}")).isEqualTo(new ViewerMessage.Say(null, "Hello"));
        assertThat(read("{'type':'interrupt'}")).isEqualTo(new ViewerMessage.Interrupt());
        assertThat(read("{'type':'talk.start'}")).isEqualTo(new ViewerMessage.TalkStart());
        assertThat(read("{'type':'talk.stop'}")).isEqualTo(new ViewerMessage.TalkStop());
        assertThat(read("{'type':'mic.open'}")).isEqualTo(new ViewerMessage.MicOpen());
        assertThat(read("{'type':'mic.close'}")).isEqualTo(new ViewerMessage.MicClose());
        assertThat(read("{'type':'media.ready','leg':2}")).isEqualTo(new ViewerMessage.MediaReady(2));
        assertThat(read("{'type':'vendor.event','payload':{'a':[1]}}"))
                .isEqualTo(new ViewerMessage.VendorEvent("{\"a\":[1]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            x                                       ; message.unreadable
            [1]                                     ; message.unreadable
            {'type':'say','type':'interrupt'}       ; message.unreadable
            {}                                      ; message.type
            {'type':'shout'}                        ; message.type
            {'type':'say'}                          ; message.text
            {'type':'say','text':' '}               ; message.text
            {'type':'say','text':'a','id':7}        ; message.text
            {'type':'say','text':'a','id':''}       ; message.text
            {'type':'media.ready'}                  ; message.leg
            {'type':'media.ready','leg':0}          ; message.leg
            {'type':'vendor.event','payload':'a'}   ; message.payload
            """)
    void whatIsNotUnderstoodIsToldWithItsReason(String message, String code) {
        assertThat(read(message))
                .isInstanceOfSatisfying(
                        ViewerMessage.Wrong.class,
                        wrong -> assertThat(wrong.code()).isEqualTo(code));
    }

    @Test
    void wordsHaveALimit() {
        String longest = "x".repeat(ViewerMessage.LONGEST_TEXT);

        assertThat(read("{'type':'say','text':'" + longest + "'}")).isInstanceOf(ViewerMessage.Say.class);
        assertThat(read("{'type':'say','text':'" + longest + "x'}")).isInstanceOf(ViewerMessage.Wrong.class);
    }

    private static ViewerMessage read(String text) {
        return ViewerMessage.read(text.replace('\'', '"'));
    }
}
