package hebb.bench;

/// A contender that computes nothing: a step takes as many nanoseconds as its argument says. With
/// `broken` it fails at the first command.
final class ScriptedWorker {
    private ScriptedWorker() {}

    static void main(String[] args) {
        IO.println("{\"versions\": {\"scripted\": \"1\"}}");
        while (IO.readln() != null) {
            if (args[0].equals("broken")) {
                IO.println("{\"error\": \"no compiler\"}");
                return;
            }
            IO.println("{\"ns\": " + args[0] + ", \"loss\": 2.3}");
        }
    }
}
