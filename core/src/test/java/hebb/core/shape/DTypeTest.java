package hebb.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Array;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DTypeTest {
    @ParameterizedTest
    @EnumSource
    void isReadAsItPrints(DType type) {
        assertThat(DType.parse(type.toString())).isEqualTo(type);
    }

    @Test
    void hasKerassNames() {
        assertThat(DType.values())
                .extracting(DType::toString)
                .containsExactly("float32", "float64", "int32", "int64", "uint8", "bool");
        assertThatThrownBy(() -> DType.parse("float16"))
                .hasMessage(
                        """
                        DType: there is no element type of that name
                          received: 'float16'      expected: float32, float64, int32, int64, uint8 or bool\
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, float",
        "FLOAT64, double",
        "INT32, int",
        "INT64, long",
        "UINT8, byte",
        "BOOL, byte"
    })
    void isStoredInThatArray(DType type, String element) {
        var array = type.array(3);
        assertThat(array.getClass().getComponentType()).hasToString(element);
        assertThat(Array.getLength(array)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOL, UINT8, UINT8",
        "UINT8, INT32, INT32",
        "INT32, INT64, INT64",
        "INT64, FLOAT32, FLOAT32",
        "FLOAT32, FLOAT64, FLOAT64",
        "FLOAT32, FLOAT32, FLOAT32"
    })
    void promotesToTheWider(DType a, DType b, DType wider) {
        assertThat(a.promote(b)).isEqualTo(wider);
        assertThat(b.promote(a)).isEqualTo(wider);
    }

    @Test
    void aSpecPrintsBoth() {
        assertThat(Spec.of(Shape.UNKNOWN, 784)).hasToString("float32(None, 784)");
        assertThat(new Spec(Shape.of(), DType.BOOL)).hasToString("bool()");
    }
}
