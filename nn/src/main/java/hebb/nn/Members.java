package hebb.nn;

import hebb.core.shape.HebbException;
import hebb.core.shape.Nearest;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/// The layers of a model in their order, each once, with the names that they have there.
final class Members {
    private final List<Member> inOrder = new ArrayList<>();
    private final IdentityHashMap<Layer<?>, Member> byLayer = new IdentityHashMap<>();

    /// @throws HebbException if two layers were given the same name
    static Members of(String model, List<? extends Layer<?>> layers) {
        return of(model, layers, Layer::name);
    }

    /// The same with names from elsewhere, empty for automatic ones.
    static Members of(
            String model, List<? extends Layer<?>> layers, Function<Layer<?>, String> given) {
        var members = new Members();
        var names = new Names();
        for (var layer : layers) {
            if (!given.apply(layer).isEmpty()) {
                names.take(given.apply(layer));
            }
        }
        for (var layer : layers) {
            if (!members.byLayer.containsKey(layer)) {
                var own = given.apply(layer);
                var name = own.isEmpty() ? names.next(layer) : own;
                members.add(model, new Member(layer, name, members.inOrder.size() + 1));
            }
        }
        return members;
    }

    private void add(String model, Member member) {
        for (var other : inOrder) {
            if (other.name().equals(member.name())) {
                throw HebbException.of(
                                "'" + model + "'",
                                "two layers have the name '" + member.name() + "'")
                        .received(
                                other.layer().className()
                                        + ", layer "
                                        + other.index()
                                        + ", and "
                                        + member.layer().className()
                                        + ", layer "
                                        + member.index())
                        .expected(
                                "a name for each layer; to share weights, use one layer object"
                                        + " twice")
                        .fix("give one of them another name: .name(\"" + member.name() + "_2\")");
            }
        }
        inOrder.add(member);
        byLayer.put(member.layer(), member);
    }

    List<Member> inOrder() {
        return inOrder;
    }

    /// The name of a layer here, empty if it is not here.
    String nameOf(Layer<?> layer) {
        var member = byLayer.get(layer);
        return member == null ? layer.name() : member.name();
    }

    Member of(Layer<?> layer) {
        var member = byLayer.get(layer);
        if (member == null) {
            throw new IllegalArgumentException(layer + " is not in this model");
        }
        return member;
    }

    /// The member of that name.
    ///
    /// @throws HebbException if there is none
    Member named(String model, String name) {
        var names = inOrder.stream().map(Member::name).toList();
        int i = names.indexOf(name);
        if (i < 0) {
            throw HebbException.of("'" + model + "'", "there is no layer of that name")
                    .received("'" + name + "'")
                    .expected(Nearest.oneOf(names))
                    .fix(Nearest.fix(name, names));
        }
        return inOrder.get(i);
    }
}
