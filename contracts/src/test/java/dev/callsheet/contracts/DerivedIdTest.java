package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedIdTest {
    @Test
    void theSameNameGivesTheSameIdForEver() {
        assertThat(DerivedId.of("take", "a", "1")).isEqualTo(DerivedId.of("take", "a", "1"));
        assertThat(DerivedId.of("take", "a", "1").version()).isEqualTo(5);
        assertThat(DerivedId.of("take", "a", "1").variant()).isEqualTo(2);
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(DerivedId.of("ab", "c")).isNotEqualTo(DerivedId.of("a", "bc"));
    }

    @Test
    void oneKeyOfTwoTenantsIsTwoRequests() {
        assertThat(RequestId.ofKey(new TenantId("a"), "k")).isNotEqualTo(RequestId.ofKey(new TenantId("b"), "k"));
    }
}
