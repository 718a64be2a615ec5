package hebb.nn.losses;

import static hebb.nn.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Spec;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.core.tensor.Variable;
import hebb.nn.Golden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    private static final Golden KERAS = Golden.of("losses");

    private static final Map<String, Loss<?>> CASES =
            Map.ofEntries(
                    Map.entry("mean_squared_error", MeanSquaredError.of()),
                    Map.entry("mean_absolute_error", MeanAbsoluteError.of()),
                    Map.entry("mean_absolute_percentage_error", MeanAbsolutePercentageError.of()),
                    Map.entry("mean_squared_logarithmic_error", MeanSquaredLogarithmicError.of()),
                    Map.entry("huber", Huber.of()),
                    Map.entry("huber_delta", Huber.of().delta(0.5)),
                    Map.entry("log_cosh", LogCosh.of()),
                    Map.entry("hinge", Hinge.of()),
                    Map.entry("hinge_binary", Hinge.of()),
                    Map.entry("squared_hinge", SquaredHinge.of()),
                    Map.entry("categorical_hinge", CategoricalHinge.of()),
                    Map.entry("kl_divergence", KLDivergence.of()),
                    Map.entry("poisson", Poisson.of()),
                    Map.entry("cosine_similarity", CosineSimilarity.of()),
                    Map.entry("cosine_similarity_axis", CosineSimilarity.of().axis(0)),
                    Map.entry("binary_crossentropy", BinaryCrossentropy.of()),
                    Map.entry(
                            "binary_crossentropy_logits", BinaryCrossentropy.of().fromLogits(true)),
                    Map.entry(
                            "binary_crossentropy_smooth",
                            BinaryCrossentropy.of().labelSmoothing(0.2)),
                    Map.entry("categorical_crossentropy", CategoricalCrossentropy.of()),
                    Map.entry(
                            "categorical_crossentropy_logits",
                            CategoricalCrossentropy.of().fromLogits(true)),
                    Map.entry(
                            "categorical_crossentropy_smooth",
                            CategoricalCrossentropy.of().labelSmoothing(0.1)),
                    Map.entry(
                            "categorical_crossentropy_axis",
                            CategoricalCrossentropy.of().axis(0).fromLogits(true)),
                    Map.entry(
                            "sparse_categorical_crossentropy", SparseCategoricalCrossentropy.of()),
                    Map.entry(
                            "sparse_categorical_crossentropy_logits",
                            SparseCategoricalCrossentropy.of().fromLogits(true)),
                    Map.entry(
                            "sparse_categorical_crossentropy_column",
                            SparseCategoricalCrossentropy.of()),
                    Map.entry(
                            "sparse_categorical_crossentropy_ignore",
                            SparseCategoricalCrossentropy.of().ignoreClass(2)),
                    Map.entry(
                            "sparse_categorical_crossentropy_ignore_negative",
                            SparseCategoricalCrossentropy.of().ignoreClass(-1)),
                    Map.entry(
                            "categorical_crossentropy_smooth_axis",
                            CategoricalCrossentropy.of().axis(1).labelSmoothing(0.3)),
                    Map.entry("binary_crossentropy_axis", BinaryCrossentropy.of().axis(1)),
                    Map.entry("binary_focal_crossentropy", BinaryFocalCrossentropy.of()),
                    Map.entry(
                            "binary_focal_crossentropy_logits",
                            BinaryFocalCrossentropy.of()
                                    .fromLogits(true)
                                    .gamma(1.5)
                                    .labelSmoothing(0.1)),
                    Map.entry(
                            "binary_focal_crossentropy_balanced",
                            BinaryFocalCrossentropy.of()
                                    .applyClassBalancing(true)
                                    .alpha(0.3)
                                    .axis(0)),
                    Map.entry("categorical_focal_crossentropy", CategoricalFocalCrossentropy.of()),
                    Map.entry(
                            "categorical_focal_crossentropy_logits",
                            CategoricalFocalCrossentropy.of()
                                    .fromLogits(true)
                                    .gamma(3)
                                    .alpha(0.5)
                                    .labelSmoothing(0.1)),
                    Map.entry(
                            "categorical_focal_crossentropy_axis",
                            CategoricalFocalCrossentropy.of().axis(0)),
                    Map.entry(
                            "categorical_generalized_cross_entropy",
                            CategoricalGeneralizedCrossEntropy.of()),
                    Map.entry(
                            "categorical_generalized_cross_entropy_q",
                            CategoricalGeneralizedCrossEntropy.of().q(0.8)),
                    Map.entry("dice", Dice.of()),
                    Map.entry("dice_axis", Dice.of().axis(1)),
                    Map.entry("dice_axes", Dice.of().axis(1, 2)),
                    Map.entry("tversky", Tversky.of()),
                    Map.entry("tversky_options", Tversky.of().alpha(0.3).beta(0.9).axis(-1)),
                    Map.entry("ctc", CTC.of()),
                    Map.entry("circle", Circle.of()),
                    Map.entry(
                            "circle_options",
                            Circle.of().gamma(2).margin(0.25).removeDiagonal(false)));

    static Stream<String> cases() {
        return CASES.keySet().stream().sorted();
    }

    private static Loss<?> loss(String name) {
        return CASES.getOrDefault(name, MeanSquaredError.of());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWhatKerasComputes(String name) {
        var yTrue = KERAS.tensor(name, "yTrue");
        var yPred = KERAS.tensor(name, "yPred");
        var loss = loss(name);
        assertClose(loss.of(yTrue, yPred), KERAS.tensor(name, "loss"));
        assertClose(loss.reduction(Reduction.NONE).of(yTrue, yPred), KERAS.tensor(name, "none"));
        assertClose(loss.reduction(Reduction.SUM).of(yTrue, yPred), KERAS.tensor(name, "sum"));
        assertClose(loss.reduction(Reduction.MEAN).of(yTrue, yPred), KERAS.tensor(name, "loss"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hasKerassGradient(String name) {
        var loss = loss(name).reduction(Reduction.SUM);
        var x = Variable.of("x", KERAS.tensor(name, "moved"));
        var gradient =
                Traced.ofAll(y -> List.of(loss.of(y.getFirst(), x.value()).gradient(x)))
                        .run(KERAS.tensor(name, "yTrue"));
        assertClose(gradient, KERAS.tensor(name, "gradient"), 2e-5);
    }

    static Stream<String> casesWithANumberForEachSample() {
        return cases().filter(name -> KERAS.tensors(name).containsKey("weighted"));
    }

    @ParameterizedTest
    @MethodSource("casesWithANumberForEachSample")
    void countsSamplesAsMuchAsTheirWeights(String name) {
        var weight = Optional.of(Tensor.of(1f, 0.5f, 2f, 0f));
        var yTrue = KERAS.tensor(name, "yTrue");
        var yPred = KERAS.tensor(name, "yPred");
        var loss = loss(name);
        assertClose(
                loss.of(yTrue, yPred, weight, Optional.empty()), KERAS.tensor(name, "weighted"));
        assertClose(
                loss.reduction(Reduction.MEAN_WITH_SAMPLE_WEIGHT)
                        .of(yTrue, yPred, weight, Optional.empty()),
                KERAS.tensor(name, "mean"));
    }

    @Test
    void meansAreOverWhatAMaskLeaves() {
        var mask = KERAS.tensor("masked", "mask").notEqual(0);
        assertClose(
                MeanSquaredError.of()
                        .of(
                                KERAS.tensor("masked", "yTrue"),
                                KERAS.tensor("masked", "yPred"),
                                Optional.empty(),
                                Optional.of(mask)),
                KERAS.tensor("masked", "loss"));
    }

    @Test
    void ofNothingButMaskedIsZero() {
        var mask = Optional.of(Tensor.of(false, false));
        var zeros = Tensor.zeros(2, 3);
        var loss = MeanSquaredError.of().of(zeros, Tensor.ones(2, 3), Optional.empty(), mask);
        assertThat(loss.item()).isZero();
    }

    @Test
    void probabilitiesThatASoftmaxMadeAreTakenFromItsInput() {
        var far = Tensor.of(new float[][] {{200, 0}, {0, 200}});
        var labels = Tensor.of(1, 0);
        var recorded =
                Traced.of((y, x) -> SparseCategoricalCrossentropy.of().of(y, x.softmax()))
                        .run(labels, far);
        assertThat(recorded.item()).isEqualTo(200);
        var probabilities = SparseCategoricalCrossentropy.of().of(labels, far.softmax());
        assertThat(probabilities.item()).isCloseTo(-Math.log(1e-7), within(1e-4));
    }

    @Test
    void probabilitiesThatASigmoidMadeAreTakenFromItsInput() {
        var far = Tensor.of(new float[][] {{200}, {-200}});
        var labels = Tensor.of(0, 1);
        var recorded =
                Traced.of((y, x) -> BinaryCrossentropy.of().of(y, x.sigmoid())).run(labels, far);
        assertThat(recorded.item()).isEqualTo(200);
    }

    @Test
    void aGradientOfCrossEntropyIsProbabilityMinusLabel() {
        var x = Variable.of("x", Tensor.of(new float[][] {{1, 2, 3}}));
        var gradient =
                Traced.ofAll(in ->
                                List.of(
                                        SparseCategoricalCrossentropy.of()
                                                .of(in.get(0), x.value().softmax())
                                                .gradient(x)))
                        .run(Tensor.of(2));
        assertClose(gradient, x.value().softmax().sub(Tensor.of(0f, 0f, 1f)));
    }

    @Test
    void ofAZeroLogitTheGradientIsHalf() {
        var x = Variable.of("x", Tensor.zeros(2, 1));
        var gradient =
                Traced.ofAll(in ->
                                List.of(
                                        BinaryCrossentropy.of()
                                                .reduction(Reduction.SUM)
                                                .of(in.get(0), x.value().sigmoid())
                                                .gradient(x)))
                        .run(Tensor.of(new float[][] {{1}, {0}}));
        assertThat(gradient.toFloats()).containsExactly(-0.5f, 0.5f);
    }

    @Test
    void crossentropyIsTheOneThatFitsTheShapes() {
        for (var name :
                List.of(
                        "binary_crossentropy",
                        "categorical_crossentropy",
                        "sparse_categorical_crossentropy")) {
            var loss =
                    Loss.crossentropy()
                            .of(KERAS.tensor(name, "yTrue"), KERAS.tensor(name, "yPred"));
            assertClose(loss, KERAS.tensor(name, "loss"));
        }
    }

    @Test
    void itsTypeIsThatOfThePredictionsUnlessItIsGivenOne() {
        var loss = MeanSquaredError.of();
        assertThat(loss.of(Tensor.zeros(2, 1), Tensor.ones(2, 1)).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(loss.dtype(DType.FLOAT64).of(Tensor.zeros(2, 1), Tensor.ones(2, 1)).dtype())
                .isEqualTo(DType.FLOAT64);
    }

    @Test
    void labelsMayBeOfAnyType() {
        var probabilities = KERAS.tensor("sparse_categorical_crossentropy", "yPred");
        var labels = KERAS.tensor("sparse_categorical_crossentropy", "yTrue");
        var expected = SparseCategoricalCrossentropy.of().of(labels, probabilities);
        for (var type : new DType[] {DType.UINT8, DType.INT32, DType.INT64, DType.FLOAT64}) {
            assertClose(
                    SparseCategoricalCrossentropy.of().of(labels.cast(type), probabilities),
                    expected);
        }
    }

    @Test
    void aFunctionIsALoss() {
        var loss = Loss.of("cubes", (y, p) -> p.sub(y).abs().pow(3).mean(-1));
        assertThat(loss.of(Tensor.zeros(2, 1), Tensor.full(2, Spec.of(2, 1))).item()).isEqualTo(8);
        assertThat(loss.name()).isEqualTo("cubes");
    }

    @Test
    void oneOfYourOwnIsASubclass() {
        var loss = new Cubes().name("third power");
        assertThat(loss.of(Tensor.of(1, 2), Tensor.of(new float[][] {{3}, {2}})).item())
                .isEqualTo(4);
        assertThat(loss)
                .hasToString(
                        "Cubes(name='third power', dtype=None, reduction=sum_over_batch_size)");
    }

    // @start region="own"
    private static final class Cubes extends Loss<Cubes> {
        Cubes() {
            super("cubes");
        }

        @Override
        protected Tensor call(Tensor yTrue, Tensor yPred) {
            return yPred.sub(labels(yTrue, yPred)).abs().pow(3).mean(-1);
        }
    }

    // @end

    @Test
    void listsItsOptions() {
        assertThat(MeanSquaredError.of())
                .hasToString(
                        "MeanSquaredError(name='mean_squared_error', dtype=None,"
                                + " reduction=sum_over_batch_size)");
        assertThat(Huber.of().reduction(Reduction.SUM))
                .hasToString("Huber(name='huber_loss', dtype=None, reduction=sum, delta=1.0)");
        assertThat(CosineSimilarity.of())
                .hasToString(
                        "CosineSimilarity(name='cosine_similarity', dtype=None,"
                                + " reduction=sum_over_batch_size, axis=-1)");
        assertThat(BinaryCrossentropy.of())
                .hasToString(
                        "BinaryCrossentropy(name='binary_crossentropy', dtype=None,"
                                + " reduction=sum_over_batch_size, from_logits=false,"
                                + " label_smoothing=0.0, axis=-1)");
        assertThat(CategoricalCrossentropy.of().labelSmoothing(0.1))
                .hasToString(
                        "CategoricalCrossentropy(name='categorical_crossentropy', dtype=None,"
                                + " reduction=sum_over_batch_size, from_logits=false,"
                                + " label_smoothing=0.1, axis=-1)");
        assertThat(SparseCategoricalCrossentropy.of().ignoreClass(3))
                .hasToString(
                        "SparseCategoricalCrossentropy(name='sparse_categorical_crossentropy', dtype=None,"
                                + " reduction=sum_over_batch_size, from_logits=false,"
                                + " ignore_class=3, axis=-1)");
    }

    @Test
    void listsTheOptionsOfFocusAndOverlap() {
        var common = ", dtype=None, reduction=sum_over_batch_size";
        var entropy = common + ", from_logits=false, label_smoothing=0.0, axis=-1";
        assertThat(BinaryFocalCrossentropy.of())
                .hasToString(
                        "BinaryFocalCrossentropy(name='binary_focal_crossentropy'"
                                + entropy
                                + ", apply_class_balancing=false, alpha=0.25, gamma=2.0)");
        assertThat(CategoricalFocalCrossentropy.of())
                .hasToString(
                        "CategoricalFocalCrossentropy(name='categorical_focal_crossentropy'"
                                + entropy
                                + ", alpha=0.25, gamma=2.0)");
        assertThat(Dice.of()).hasToString("Dice(name='dice'" + common + ", axis=None)");
        assertThat(Tversky.of().axis(1, 2))
                .hasToString(
                        "Tversky(name='tversky'" + common + ", alpha=0.5, beta=0.5, axis=[1, 2])");
        assertThat(Circle.of())
                .hasToString(
                        "Circle(name='circle'"
                                + common
                                + ", gamma=80.0, margin=0.4, remove_diagonal=true)");
        assertThat(CategoricalGeneralizedCrossEntropy.of())
                .hasToString(
                        "CategoricalGeneralizedCrossEntropy("
                                + "name='categorical_generalized_cross_entropy'"
                                + common
                                + ", q=0.5)");
    }

    @Test
    void axesComeFromFilesAsNumbersOrLists() {
        var dice = Dice.of();
        dice.options().assign("axis", List.of(1, 2));
        assertThat(dice).hasToString(Dice.of().axis(1, 2).toString());
        dice.options().assign("axis", 1);
        assertThat(dice).hasToString(Dice.of().axis(1).toString());
        dice.options().assign("axis", Optional.empty());
        assertThat(dice).hasToString(Dice.of().toString());
    }

    @Test
    void samplesAloneOfTheirClassDoNotCountInACircle() {
        var x = Variable.of("x", Tensor.of(new float[][] {{1, 0}, {0, 1}}));
        var gradient =
                Traced.ofAll(y -> List.of(Circle.of().of(y.getFirst(), x.value()).gradient(x)))
                        .run(Tensor.of(0, 1));
        assertThat(gradient.toFloats()).containsOnly(0);
    }

    @Test
    void wordsStandForLosses() {
        assertThat(Loss.of("mse")).isInstanceOf(MeanSquaredError.class);
        assertThat(Loss.of("MeanSquaredError")).isInstanceOf(MeanSquaredError.class);
        assertThat(Loss.of("mse").name()).isEqualTo("mse");
        assertThatThrownBy(() -> Loss.of("mean_square_error"))
                .isInstanceOf(HebbException.class)
                .hasMessage(
                        """
                        Loss.of: there is no loss of that name
                          received: 'mean_square_error'      expected: one of \
                        crossentropy, binary_crossentropy, categorical_crossentropy, \
                        sparse_categorical_crossentropy, mean_squared_error, \
                        mean_absolute_error, mean_absolute_percentage_error, \
                        mean_squared_logarithmic_error, huber, log_cosh, hinge, squared_hinge, \
                        categorical_hinge, kl_divergence, poisson, cosine_similarity, \
                        binary_focal_crossentropy, categorical_focal_crossentropy, \
                        categorical_generalized_cross_entropy, dice, … (23 in all)
                          fix: did you mean 'mean_squared_error'?\
                        """);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> MeanSquaredError.of().of(Tensor.zeros(4, 2), Tensor.zeros(4, 3)))
                .hasMessage(
                        """
                        MeanSquaredError: labels and predictions differ in shape
                          received: labels (4, 2), predictions (4, 3)      expected: one shape\
                        """);
        assertThatThrownBy(() ->
                        SparseCategoricalCrossentropy.of()
                                .of(Tensor.zeros(4, 3), Tensor.zeros(4, 3)))
                .hasMessage(
                        """
                        SparseCategoricalCrossentropy: labels do not fit the predictions
                          received: labels (4, 3), predictions (4, 3)      expected: labels (4,), \
                        one class number a prediction
                          fix: CategoricalCrossentropy.of(), if labels are one-hot\
                        """);
        assertThatThrownBy(
                        () -> CategoricalCrossentropy.of().of(Tensor.zeros(4), Tensor.zeros(4, 3)))
                .hasMessage(
                        """
                        CategoricalCrossentropy: labels do not fit the predictions
                          received: labels (4,), predictions (4, 3)      expected: labels (4, 3), \
                        one-hot
                          fix: SparseCategoricalCrossentropy.of(), if labels are class numbers\
                        """);
    }

    @Test
    void aLabelThatIsNoClassIsNamed() {
        var loss = SparseCategoricalCrossentropy.of();
        var predictions = Spec.of(-1, 10);
        loss.check(Tensor.of(0, 9, 3), predictions);
        assertThatThrownBy(() -> loss.check(Tensor.of(0, 9, 10), predictions))
                .hasMessage(
                        """
                        SparseCategoricalCrossentropy: the label of sample 2 is no class
                          received: 10      expected: a whole number from 0 to 9, because there are \
                        predictions for 10 classes\
                        """);
        assertThatThrownBy(() -> loss.check(Tensor.of(-1, 1), predictions))
                .hasMessageContaining("the label of sample 0 is no class");
        loss.ignoreClass(-1).check(Tensor.of(-1, 1), predictions);
    }

    @Test
    void exponentsAndLabelsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> CategoricalGeneralizedCrossEntropy.of().q(1))
                .hasMessage(
                        """
                        CategoricalGeneralizedCrossEntropy: q is not between 0 and 1
                          received: 1.0      expected: more than 0, less than 1\
                        """);
        assertThatThrownBy(() -> CTC.of().of(Tensor.zeros(4), Tensor.zeros(4, 3, 2)))
                .hasMessage(
                        """
                        CTC: labels or predictions have another form
                          received: labels (4,), predictions (4, 3, 2)      expected: labels (batch, \
                        length), predictions (batch, time, classes)\
                        """);
        assertThatThrownBy(() -> Circle.of().of(Tensor.zeros(4, 3), Tensor.zeros(4, 3)))
                .hasMessage(
                        """
                        Circle: labels are no class numbers
                          received: labels (4, 3)      expected: (batch) or (batch, 1)\
                        """);
    }
}
