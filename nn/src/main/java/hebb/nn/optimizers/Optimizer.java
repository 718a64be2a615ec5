package hebb.nn.optimizers;

import hebb.core.shape.DType;
import hebb.core.shape.HebbException;
import hebb.core.shape.Shape;
import hebb.core.tensor.Tensor;
import hebb.core.tensor.Traced;
import hebb.nn.Configured;
import hebb.nn.Options;
import hebb.nn.Pass;
import hebb.nn.Scope;
import hebb.nn.Weight;
import hebb.nn.Weights;
import hebb.nn.check.Require;
import hebb.nn.initializers.Initializer;
import hebb.nn.schedules.LearningRateSchedule;
import hebb.nn.words.OptimizerWords;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How training changes weights along their gradients.
///
/// One of your own is a final class that extends this one and says in [#update] what becomes of a
/// weight. What it must remember it keeps under names of its own in the [Update]:
///
/// {@snippet file="hebb/nn/optimizers/OptimizerTest.java" region="own"}
///
/// A step clips the gradients, decays the weights, updates them, takes their moving averages, and
/// brings them back to their constraints, in this order.
///
/// @param <S> the class itself
public abstract class Optimizer<S extends Optimizer<S>> extends Configured<S> {
    private String name;
    private double learningRate;
    private Optional<LearningRateSchedule> schedule = Optional.empty();
    private Optional<Double> weightDecay = Optional.empty();
    private List<Pattern> undecayed = List.of();
    private Optional<Double> clipnorm = Optional.empty();
    private Optional<Double> globalClipnorm = Optional.empty();
    private Optional<Double> clipvalue = Optional.empty();
    private boolean useEma;
    private double emaMomentum = 0.99;
    private Optional<Integer> emaOverwriteFrequency = Optional.empty();
    private Optional<Double> lossScaleFactor = Optional.empty();
    private Optional<Integer> gradientAccumulationSteps = Optional.empty();

    /// An optimizer of this name and learning rate, until it is given others.
    protected Optimizer(String name, double learningRate) {
        this.name = name;
        this.learningRate = learningRate;
    }

    /// The optimizer that Keras's word chooses: a class's name, in upper or lower case.
    ///
    /// @throws HebbException if there is none
    public static Optimizer<?> of(String word) {
        return OptimizerWords.of(word);
    }

    // ---- what a step does

    /// What becomes of a weight, given its gradient.
    protected abstract Tensor update(Update u, Tensor weight, Tensor gradient);

    /// Makes one step: gives all weights their next values, and counts. What the optimizer keeps
    /// lies in the scope: `iteration` (int64), `learning_rate` unless it follows a schedule, and
    /// for each weight what [#update] asks for, under the weight's path.
    public final void apply(Scope s, List<Weight> weights, List<Tensor> gradients) {
        apply(s, weights, gradients, Optional.empty());
    }

    /// A step that leaves everything as it is unless `happens` (bool, without axes).
    void apply(Scope s, List<Weight> weights, List<Tensor> gradients, Optional<Tensor> happens) {
        var count = iteration(s);
        var step = new Step(s, rate(s), count, gradientAccumulationSteps, happens);
        var clipped = clipped(step.accumulated(weights, unscaled(gradients)));
        for (int i = 0; i < clipped.size(); i++) {
            change(step, weights.get(i), clipped.get(i));
        }
        s.update("iteration", step.ifItHappens(count.add(1), count));
    }

    private void change(Step step, Weight weight, Tensor gradient) {
        var u = new Update(step, weight);
        var old = weight.variable().value();
        var next = u.ifDue(update(u, decayed(u, weight, old), gradient), old);
        var kept = weight.constraint().of(useEma ? averaged(u, next) : next);
        weight.variable().assign(step.ifItHappens(kept, old));
    }

    private Tensor averaged(Update u, Tensor next) {
        var average = u.average(next, emaMomentum);
        return emaOverwriteFrequency.map(f -> u.every(f, average, next)).orElse(next);
    }

    private List<Tensor> unscaled(List<Tensor> gradients) {
        return lossScaleFactor
                .map(f -> gradients.stream().map(g -> g.div(f)).toList())
                .orElse(gradients);
    }

    private List<Tensor> clipped(List<Tensor> gradients) {
        return limit(clipnorm)
                .map(limit -> gradients.stream().map(g -> Clipping.byNorm(g, limit)).toList())
                .or(() ->
                        limit(globalClipnorm).map(limit -> Clipping.byGlobalNorm(gradients, limit)))
                .or(() ->
                        limit(clipvalue)
                                .map(limit ->
                                        gradients.stream()
                                                .map(g -> g.clip(-limit, limit))
                                                .toList()))
                .orElse(gradients);
    }

    /// Keras takes a limit of 0 for none.
    private static Optional<Double> limit(Optional<Double> given) {
        return given.filter(limit -> limit > 0);
    }

    private Tensor decayed(Update u, Weight weight, Tensor value) {
        var decay =
                undecayed.stream().anyMatch(p -> p.matcher(weight.name()).find())
                        ? Optional.<Double>empty()
                        : weightDecayOf(weight);
        return decay.map(d -> value.sub(value.mul(d).mul(u.rate()))).orElse(value);
    }

    /// By which share of itself, times the learning rate, a weight is drawn towards 0.
    Optional<Double> weightDecayOf(Weight weight) {
        return weightDecay;
    }

    /// The loss to differentiate: the given one, times the loss scale if there is one.
    public Tensor scaled(Scope s, Tensor loss) {
        return lossScaleFactor.map(loss::mul).orElse(loss);
    }

    /// Ends a training: weights become their moving averages, if the optimizer takes these.
    public void finish(Scope s, List<Weight> weights) {
        if (useEma) {
            for (var weight : weights) {
                weight.assign(Update.average(s, weight));
            }
        }
    }

    // ---- what it keeps

    /// How many steps were made: int64.
    public Tensor iteration(Scope s) {
        return s.state("iteration", Step.COUNTER, Initializer.zeros());
    }

    /// The learning rate of the next step: float32.
    public Tensor rate(Scope s) {
        return schedule.map(schedule -> schedule.at(iteration(s)).cast(DType.FLOAT32))
                .orElseGet(() ->
                        s.state("learning_rate", Shape.of(), Initializer.constant(learningRate)));
    }

    /// Goes on with another learning rate.
    ///
    /// @throws HebbException if it follows a schedule
    public void rate(Scope s, double rate) {
        if (schedule.isPresent()) {
            throw HebbException.of(className(), "its learning rate follows a schedule")
                    .received("learning rate " + rate + ", schedule " + schedule.get())
                    .expected("an optimizer made with a number for its learning rate");
        }
        var _ = rate(s); // there from now on
        s.update("learning_rate", Tensor.scalar(rate, DType.FLOAT32));
    }

    /// All that it keeps for these weights, in the order of Keras's files; what is not there yet is
    /// made.
    public final List<Weight> state(Weights slots, List<Weight> weights) {
        var _ =
                Traced.ofAll(
                                gradients -> {
                                    apply(Scope.of(slots, Pass.inference()), weights, gradients);
                                    return List.of();
                                })
                        .infer(weights.stream().map(Weight::spec).toList());
        var order = new SlotOrder(slots);
        list(order, "", weights);
        return order.ordered();
    }

    /// The moving averages of weights, by weight, if it takes some.
    public final Map<Weight, Weight> averages(Weights slots, List<Weight> weights) {
        var kept = new HashMap<String, Weight>();
        state(slots, weights).forEach(slot -> kept.put(slot.path(), slot));
        var averages = new LinkedHashMap<Weight, Weight>();
        for (var weight : weights) {
            var average = kept.get(placeOf(weight) + weight.path() + "/" + Update.AVERAGE);
            if (average != null) {
                averages.put(weight, average);
            }
        }
        return averages;
    }

    /// What the paths of a weight's slots begin with, before the weight's own.
    String placeOf(Weight weight) {
        return "";
    }

    /// Lists what lies in its scope, where paths begin with `at`.
    void list(SlotOrder order, String at, List<Weight> weights) {
        order.add(at, weights, this::isListedApart);
    }

    /// Whether Keras lists what is remembered under this name for all weights in a row, behind what
    /// is listed weight by weight.
    boolean isListedApart(String name) {
        return false;
    }

    // ---- options that every optimizer has

    /// Under another name in files.
    public final S name(String name) {
        return change(o -> o.name = name);
    }

    /// With this learning rate: how far a step goes.
    public final S learningRate(double learningRate) {
        return change(o -> {
            o.learningRate = Require.notNegative(className(), "learning_rate", learningRate);
            o.schedule = Optional.empty();
        });
    }

    /// With a learning rate that follows from the number of the step.
    public final S learningRate(LearningRateSchedule schedule) {
        return change(o -> o.schedule = Optional.of(schedule));
    }

    /// With weights drawn towards 0 before each update, by this share of themselves times the
    /// learning rate. Default: not.
    public final S weightDecay(double weightDecay) {
        return change(o ->
                o.weightDecay =
                        Optional.of(Require.notNegative(className(), "weight_decay", weightDecay)));
    }

    /// Without weight decay for weights in whose own names (`bias`, `gamma`) one of these patterns
    /// (regular expressions) occurs.
    public final S excludeFromWeightDecay(String... patterns) {
        return change(o -> o.undecayed = Stream.of(patterns).map(Pattern::compile).toList());
    }

    /// With each gradient cut to this length, if it is longer. Default: not.
    public final S clipnorm(double clipnorm) {
        return change(o ->
                o.clipnorm =
                        o.onlyClipping(
                                "clipnorm",
                                Require.notNegative(className(), "clipnorm", clipnorm)));
    }

    /// With all gradients cut to this length together, if they are longer. Default: not.
    public final S globalClipnorm(double globalClipnorm) {
        return change(o ->
                o.globalClipnorm =
                        o.onlyClipping(
                                "global_clipnorm",
                                Require.notNegative(
                                        className(), "global_clipnorm", globalClipnorm)));
    }

    /// With each element of a gradient kept between minus this and this. Default: not.
    public final S clipvalue(double clipvalue) {
        return change(o ->
                o.clipvalue =
                        o.onlyClipping(
                                "clipvalue",
                                Require.notNegative(className(), "clipvalue", clipvalue)));
    }

    /// Whether to take a moving average of each weight, which it becomes when training ends.
    /// Default: not.
    public final S useEma(boolean useEma) {
        return change(o -> o.useEma = useEma);
    }

    /// With this share of the moving average kept at each step, from 0 to 1. Default: 0.99.
    public final S emaMomentum(double emaMomentum) {
        return change(
                o -> o.emaMomentum = Require.fraction(className(), "ema_momentum", emaMomentum));
    }

    /// With weights becoming their moving averages every so many steps, too. Default: not.
    public final S emaOverwriteFrequency(int emaOverwriteFrequency) {
        return change(o ->
                o.emaOverwriteFrequency =
                        Optional.of(
                                Require.positive(
                                        className(),
                                        "ema_overwrite_frequency",
                                        emaOverwriteFrequency)));
    }

    /// With the loss multiplied by this, and gradients divided by it: keeps small ones from
    /// vanishing in short types. Default: not.
    public final S lossScaleFactor(double lossScaleFactor) {
        return change(o ->
                o.lossScaleFactor =
                        Optional.of(
                                Require.notNegative(
                                        className(), "loss_scale_factor", lossScaleFactor)));
    }

    /// With weights changed every so many steps only (2 or more), by the mean of the gradients
    /// since: as if batches were larger. Default: at every step.
    public final S gradientAccumulationSteps(int gradientAccumulationSteps) {
        int checked =
                Require.atLeast(
                        className(), "gradient_accumulation_steps", 2, gradientAccumulationSteps);
        return change(o -> o.gradientAccumulationSteps = Optional.of(checked));
    }

    final Optional<Double> lossScaleFactor() {
        return lossScaleFactor;
    }

    /// For optimizers around others: no option of a step may be given to the outer one.
    ///
    /// @throws HebbException if one was
    final void requireOptionsInside() {
        boolean decays = weightDecay.isPresent() || !undecayed.isEmpty();
        boolean clips =
                Stream.of(clipnorm, globalClipnorm, clipvalue).anyMatch(Optional::isPresent);
        boolean hasRate = schedule.isPresent() || learningRate != 0;
        if (hasRate || decays || clips || useEma || gradientAccumulationSteps.isPresent()) {
            throw HebbException.of(className(), "it has no steps of its own")
                    .expected(
                            "learning rate, decay, clipping, averages and accumulation to be"
                                    + " options of the optimizer inside");
        }
    }

    /// The same with another loss scale factor, for optimizers around this one.
    final S scaledBy(Optional<Double> factor) {
        return with(o -> ((Optimizer<?>) o).lossScaleFactor = factor);
    }

    private S change(Consumer<Optimizer<S>> change) {
        return with(change::accept);
    }

    private Optional<Double> onlyClipping(String option, double limit) {
        var others =
                Stream.of(
                                clipnorm.map(_ -> "clipnorm"),
                                globalClipnorm.map(_ -> "global_clipnorm"),
                                clipvalue.map(_ -> "clipvalue"))
                        .flatMap(Optional::stream)
                        .filter(o -> !o.equals(option))
                        .toList();
        if (!others.isEmpty()) {
            throw HebbException.of(className(), "gradients are clipped in two ways")
                    .received(others.getFirst() + " and " + option)
                    .expected("one of clipnorm, global_clipnorm and clipvalue");
        }
        return Optional.of(limit);
    }

    /// The options that every optimizer has; a class with more adds them behind these.
    @Override
    public Options options() {
        return named().and("learning_rate", Object.class, givenRate(), this::assignRate)
                .optional("weight_decay", Double.class, weightDecay, v -> weightDecay = v)
                .optional("clipnorm", Double.class, clipnorm, v -> clipnorm = v)
                .optional("global_clipnorm", Double.class, globalClipnorm, v -> globalClipnorm = v)
                .optional("clipvalue", Double.class, clipvalue, v -> clipvalue = v)
                .and("use_ema", boolean.class, useEma, v -> useEma = v)
                .and("ema_momentum", double.class, emaMomentum, v -> emaMomentum = v)
                .optional(
                        "ema_overwrite_frequency",
                        Integer.class,
                        emaOverwriteFrequency,
                        v -> emaOverwriteFrequency = v)
                .and(scale())
                .optional(
                        "gradient_accumulation_steps",
                        Integer.class,
                        gradientAccumulationSteps,
                        v -> gradientAccumulationSteps = v);
    }

    final Options named() {
        return Options.of("name", String.class, name, v -> name = v);
    }

    final Options scale() {
        return Options.none()
                .optional(
                        "loss_scale_factor",
                        Double.class,
                        lossScaleFactor,
                        v -> lossScaleFactor = v);
    }

    private Object givenRate() {
        return schedule.isPresent() ? schedule.get() : (Object) learningRate;
    }

    private void assignRate(Object value) {
        switch (value) {
            case Number number -> learningRate = number.doubleValue();
            case LearningRateSchedule given -> schedule = Optional.of(given);
            default ->
                    throw HebbException.of(
                                    className(), "learning_rate is no number and no schedule")
                            .received(value);
        }
    }
}
