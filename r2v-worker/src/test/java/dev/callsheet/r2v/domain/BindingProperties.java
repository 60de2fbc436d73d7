package dev.callsheet.r2v.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.r2v.domain.Cast.Reference;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;

class BindingProperties {

    @Property
    void whatIsNoNameStaysLetterByLetter(@ForAll String before, @ForAll String after, @ForAll @NotBlank String name) {
        String plain = before.replace("@{", "") + "|";
        String rest = "|" + after.replace("@{", "");
        String called = name.strip().replace("}", "").replace("{", "") + "x";
        Cast cast =
                new Cast(List.of(new Reference(called, null, MediumType.IMAGE, "https://a/1.png", "Image 1", null)));

        Binding binding = Binding.of(plain + "@{" + called + "}" + rest, cast);

        assertThat(binding.prompt()).isEqualTo(plain + "Image 1" + rest);
        assertThat(binding.bound()).isTrue();
    }
}
