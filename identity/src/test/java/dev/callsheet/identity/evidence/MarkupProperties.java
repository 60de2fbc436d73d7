package dev.callsheet.identity.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MarkupProperties {
    @Property(tries = 500)
    void anyTextIsWellFormedAndAddsNoElement(@ForAll String text) {
        String escaped = Markup.escape(text);
        Xml xml = Xml.of(("<a b=\"" + escaped + "\">" + escaped + "</a>").getBytes(StandardCharsets.UTF_8));

        assertThat(xml.all("*")).hasSize(1);
    }

    @Property(tries = 500)
    void anyNameIsOneShortLineThatIsNeverEmpty(@ForAll String given) {
        String name = Names.of(given);

        assertThat(name).isNotBlank().doesNotContain("\n", "\r", "\u202e");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(63);
    }
}
