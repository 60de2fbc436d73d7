package dev.callsheet.modeltools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrowserModuleTest {
    @Test
    void theExportedObjectIsReadFromMinifiedText() {
        byte[] file = bytes("!function(t){var u=a[d]={exports:{}};u.exports=r({1:[function(t,e,a){"
                + "e.exports={format:\"graph-model\",list:[{min:-.25,max:1e-3,on:!0,off:!1}]}},{}]},{},[1])(1)});");

        var object = BrowserModule.object(file);

        assertThat(object.get("format").textValue()).isEqualTo("graph-model");
        var first = object.get("list").get(0);
        assertThat(first.get("min").doubleValue()).isEqualTo(-0.25);
        assertThat(first.get("max").doubleValue()).isEqualTo(0.001);
        assertThat(first.get("on").booleanValue()).isTrue();
        assertThat(first.get("off").booleanValue()).isFalse();
    }

    @Test
    void partsAreJoinedInOrder() {
        byte[] one = bytes("function(t,e,a){e.exports=\"AQI=\"},{}");
        byte[] two = bytes("function(t,e,a){e.exports=\"Aw==\"},{}");

        assertThat(BrowserModule.bytes(List.of(one, two))).containsExactly(1, 2, 3);
    }

    @Test
    void aFileWithoutAnExportedLiteralIsRefused() {
        assertThatThrownBy(() -> BrowserModule.object(bytes("e.exports=\"AQI=\"")))
                .isInstanceOf(ModelBuildException.class)
                .hasMessageContaining("begins with {");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
