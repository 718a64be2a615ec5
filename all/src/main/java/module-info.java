/// All of Hebb that a program names, for `import module hebb;`. Holds no code.
module hebb {
    requires transitive hebb.data;
    requires transitive hebb.datasets;
    requires transitive hebb.eval;
    requires transitive hebb.mnist;
    requires transitive hebb.nn;
    requires transitive hebb.plot;
    requires transitive hebb.teach;
    requires transitive hebb.zoo;
    requires hebb.cpu;
    requires hebb.io;
}
