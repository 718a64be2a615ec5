package hebb.nn.layers;

import hebb.core.shape.HebbException;
import hebb.core.tensor.Tensor;
import hebb.nn.Options;
import hebb.nn.Scope;
import hebb.nn.math.Axes;
import java.util.Optional;
import java.util.stream.IntStream;

/// `gamma · (x - mean) / √(variance + epsilon) + beta`, with mean and variance of each sample over
/// all axes, but for each group of channels on its own.
///
/// - weights: `gamma`, `beta`, one number a channel
///
/// Defaults: `groups` 32, `axis` -1 (the channels), `epsilon` 0.001, `center` (with beta) and
/// `scale` (with gamma) on. Source: Wu and He, arXiv 1803.08494.
public final class GroupNormalization extends Normalizing<GroupNormalization> {
    private static final int EACH = -1;

    private int groups;
    private int axis = -1;

    private GroupNormalization(int groups) {
        if (groups < 1 && groups != EACH) {
            throw HebbException.of("GroupNormalization", "groups is not positive")
                    .received(groups)
                    .expected("1 or more, or -1 for a group each channel");
        }
        this.groups = groups;
    }

    /// With 32 groups.
    public static GroupNormalization of() {
        return of(32);
    }

    /// With so many groups; -1 makes a group of each channel.
    public static GroupNormalization of(int groups) {
        return new GroupNormalization(groups);
    }

    /// With the channels along this axis. Default: the last.
    public GroupNormalization axis(int axis) {
        return with(l -> l.axis = axis);
    }

    @Override
    protected Tensor call(Scope s, Tensor input) {
        var x = Inputs.floating(s, input);
        int own = x.shape().axis(axis);
        int channels = x.dim(own);
        int count = groups == EACH ? channels : groups;
        if (channels > 0 && channels % count != 0) {
            throw s.wrong("the channels do not divide into the groups")
                    .received(channels + " channels in " + count + " groups")
                    .expected("a multiple of " + count);
        }
        var shape = x.shape();
        var behind = shape.slice(own + 1, shape.rank()).dims();
        var grouped = shape.slice(0, own).append(count, channels / count).append(behind);
        var apart = x.reshape(grouped);
        var others = IntStream.rangeClosed(1, shape.rank()).filter(i -> i != own).toArray();
        var statistics = Statistics.of(apart, Optional.empty(), others);
        var along = Axes.along(grouped, own, own + 1);
        return normalized(apart, statistics, along, gamma(s, channels), beta(s, channels))
                .reshape(shape);
    }

    @Override
    public Options options() {
        return Options.of("groups", int.class, groups, v -> groups = v)
                .and("axis", int.class, axis, v -> axis = v)
                .and(epsilonOption())
                .and(switches())
                .and(ruleOptions());
    }
}
