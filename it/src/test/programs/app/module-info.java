module app {
    requires hebb;
}
