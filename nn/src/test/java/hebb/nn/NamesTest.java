package hebb.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hebb.nn.layers.Dense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "Dense,dense",
        "Conv2D,conv2d",
        "MaxPooling2D,max_pooling2d",
        "GlobalAveragePooling2D,global_average_pooling2d",
        "BatchNormalization,batch_normalization",
        "Conv2DTranspose,conv2d_transpose",
        "LSTM,lstm",
        "ReLU,re_lu",
        "PReLU,p_re_lu",
        "ELU,elu",
        "InputLayer,input_layer"
    })
    void areInSnakeCaseAsInKeras(String type, String name) {
        assertThat(Names.snakeCase(type)).isEqualTo(name);
    }

    @Test
    void areCountedAndAvoidThoseThatWereGiven() {
        var names = new Names();
        names.take("dense_1");
        assertThat(names.next(Dense.of(1))).isEqualTo("dense");
        assertThat(names.next(Dense.of(1))).isEqualTo("dense_2");
        assertThat(names.next(Scale.of(1))).isEqualTo("scale");
    }
}
