import org.jspecify.annotations.NullMarked;

/// One step of a network, walked and explained on a page.
@NullMarked
module hebb.teach {
    requires transitive hebb.nn;
    requires static org.jspecify;

    exports hebb.teach;
}
