import static hebb.nn.layers.Activation.*;

import module hebb;

/// Forecasts how much power a town uses tomorrow, and has to beat two simple guesses: as today, and
/// as a week ago. The ten years of days are made up: seasons, weekends, growth, weather.
///
/// `--epochs N` trains longer or shorter, `--seed N` begins elsewhere, `--quick` trains once.
void main(String[] args) {
    var given = Arguments.of(args, "--epochs N", "--seed N", "--quick");
    int epochs = given.number("--epochs", given.has("--quick") ? 1 : 30);
    int seed = given.number("--seed", 0);
    int days = 3650;
    int window = 28; // a forecast sees four weeks

    var power = power(days);
    int past = days * 8 / 10; // the years before are for training, those behind for the test
    double mean = power.slice(0, 0, past).mean().item();
    double std = power.slice(0, 0, past).sub(mean).square().mean().sqrt().item();
    var scaled = power.sub(mean).div(std).cast(DType.FLOAT32).reshape(days, 1);
    var train = windows(scaled.slice(0, 0, past), window);
    var test = windows(scaled.slice(0, past, days), window);

    var model =
            Sequential.of(
                    Input.of(window, 1), LSTM.of(32), Dense.of(16).activation(RELU), Dense.of(1));
    model.seed(seed);
    model.compile(Adam.of(0.003), MeanSquaredError.of(), MeanAbsoluteError.of());
    model.fit(train, Fit.epochs(epochs).batchSize(32).seed(seed).verbose(2));

    var seen = test.all().x().reshape(-1, window);
    var truth = test.all().y().reshape(-1);
    var forecast = model.predict(test).reshape(-1);
    var today = seen.slice(1, window - 1, window).reshape(-1);
    var weekAgo = seen.slice(1, window - 7, window - 6).reshape(-1);
    IO.println("mean absolute error, in MW");
    IO.println("as today      %.2f".formatted(error(today, truth) * std));
    IO.println("as a week ago %.2f".formatted(error(weekAgo, truth) * std));
    IO.println("network       %.2f".formatted(error(forecast, truth) * std));

    Plot.lines()
            .line("measured", truth.slice(0, 0, 56).mul(std).add(mean))
            .line("forecast", forecast.slice(0, 0, 56).mul(std).add(mean))
            .title("Power of the next day, eight weeks of the test")
            .xLabel("day")
            .yLabel("MW")
            .save("time-series.png");
}

/// 28 days and, to be forecast, the one behind them, for every day.
Dataset windows(Tensor series, int window) {
    return hebb.data.TimeSeries.of(series, series.sliceFrom(0, window), window).dataset();
}

double error(Tensor forecast, Tensor truth) {
    return forecast.sub(truth).abs().mean().item();
}

/// MW a day: more each year, more in winter, less at weekends, and weather that lasts some days.
Tensor power(int days) {
    var random = NumpyRandom.of(1);
    var noise = random.randn(days).toDoubles();
    var power = new double[days];
    double weather = 0;
    for (int day = 0; day < days; day++) {
        weather = 0.8 * weather + noise[day];
        double winter = 12 * Math.cos(2 * Math.PI * day / 365.25);
        double weekend = day % 7 >= 5 ? -15 : 0;
        power[day] = 100 + day * 0.01 + winter + weekend + 2 * weather;
    }
    return Tensor.of(power);
}
