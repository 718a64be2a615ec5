"""Writes the numbers of Keras's optimizers and schedules, for the tests of hebb.nn to compare with.

    KERAS_BACKEND=jax venv/bin/python golden_optimizers.py ../resources/hebb/nn
"""

import sys

import keras
import numpy as np
from golden import Golden
from keras import ops


def apply(optimizer, gradients, variables):
    """One step, as fit makes it on JAX."""
    given = [ops.convert_to_tensor(x) for x in gradients]
    weights, slots = optimizer.stateless_apply(
        [v.value for v in optimizer.variables], given, [v.value for v in variables]
    )
    for variable, value in zip(variables, weights):
        variable.assign(value)
    for variable, value in zip(optimizer.variables, slots):
        variable.assign(value)


def optimizers(folder):
    g = Golden(folder, "optimizers")
    O = keras.optimizers
    cases = {
        "sgd": O.SGD(0.1),
        "sgd_momentum": O.SGD(0.1, momentum=0.9),
        "sgd_nesterov": O.SGD(0.1, momentum=0.9, nesterov=True),
        "adam": O.Adam(0.1),
        "adam_options": O.Adam(0.1, beta_1=0.8, beta_2=0.95, epsilon=1e-3),
        "adam_amsgrad": O.Adam(0.1, amsgrad=True),
        "adam_w": O.AdamW(0.1),
        "adam_w_excluded": O.AdamW(0.1, weight_decay=0.5),
        "adamax": O.Adamax(0.1),
        "nadam": O.Nadam(0.1),
        "rmsprop": O.RMSprop(0.1),
        "rmsprop_momentum": O.RMSprop(0.1, momentum=0.9),
        "rmsprop_centered": O.RMSprop(0.1, rho=0.8, centered=True, epsilon=1e-3),
        "adagrad": O.Adagrad(0.1),
        "adadelta": O.Adadelta(1.0),
        "weight_decay": O.SGD(0.1, weight_decay=0.2),
        "clipnorm": O.SGD(0.1, clipnorm=0.5),
        "global_clipnorm": O.SGD(0.1, global_clipnorm=0.5),
        "clipvalue": O.SGD(0.1, clipvalue=0.25),
        "ema": O.SGD(0.1, use_ema=True, ema_momentum=0.8),
        "ema_overwrite": O.Adam(0.1, use_ema=True, ema_momentum=0.8, ema_overwrite_frequency=2),
        "loss_scale": O.SGD(0.1, loss_scale_factor=4.0),
        "accumulation": O.Adam(0.1, gradient_accumulation_steps=2),
        "accumulation_ema": O.SGD(
            0.1,
            momentum=0.9,
            weight_decay=0.1,
            gradient_accumulation_steps=2,
            clipnorm=0.5,
            use_ema=True,
            ema_momentum=0.7,
            ema_overwrite_frequency=2,
        ),
        "no_clipping": O.SGD(0.1, clipnorm=0.0),
        "adafactor": O.Adafactor(0.5),
        "adafactor_options": O.Adafactor(
            0.3, beta_2_decay=-0.5, epsilon_1=1e-4, epsilon_2=0.1, clip_threshold=0.5
        ),
        "adafactor_schedule": O.Adafactor(O.schedules.ExponentialDecay(0.9, 2, 0.5)),
        "ftrl": O.Ftrl(0.1),
        "ftrl_options": O.Ftrl(
            0.1,
            learning_rate_power=-0.3,
            initial_accumulator_value=0.2,
            l1_regularization_strength=0.4,
            l2_regularization_strength=0.3,
            l2_shrinkage_regularization_strength=0.2,
            beta=0.5,
        ),
        "lamb": O.Lamb(0.1),
        "lamb_options": O.Lamb(0.1, beta_1=0.7, beta_2=0.9, epsilon=1e-2, weight_decay=0.1),
        "lion": O.Lion(0.1),
        "lion_options": O.Lion(0.1, beta_1=0.5, beta_2=0.8, weight_decay=0.1),
        "muon": O.Muon(0.1),
        "muon_options": O.Muon(
            0.1,
            nesterov=False,
            ns_steps=3,
            momentum=0.8,
            rms_rate=None,
            adam_lr_ratio=0.5,
            adam_weight_decay=0.1,
            weight_decay=0.2,
        ),
        "muon_excluded": O.Muon(0.1, exclude_layers=["kern"]),
        "schedule_free_adam_w": O.ScheduleFreeAdamW(0.1),
        "schedule_free_adam_w_options": O.ScheduleFreeAdamW(
            0.1, beta_1=0.8, beta_2=0.9, epsilon=1e-3, warmup_steps=3, weight_decay=0.1
        ),
        "loss_scale_optimizer": O.LossScaleOptimizer(
            O.SGD(0.1, momentum=0.9), initial_scale=4.0, dynamic_growth_steps=2
        ),
        "schedule": O.SGD(O.schedules.CosineDecay(0.2, 4)),
        "schedule_accumulation": O.SGD(
            O.schedules.ExponentialDecay(0.2, 1, 0.5), gradient_accumulation_steps=2
        ),
    }
    cases["adam_w_excluded"].exclude_from_weight_decay(var_names=["bias"])
    kernel, bias = g.numbers(2, 3), g.numbers(3)
    gradients = [(g.numbers(2, 3), g.numbers(3)) for _ in range(5)]
    g.case(
        "given",
        kernel=kernel,
        bias=bias,
        **{f"kernel{i}": k for i, (k, _) in enumerate(gradients)},
        **{f"bias{i}": b for i, (_, b) in enumerate(gradients)},
    )
    for name, optimizer in cases.items():
        variables = [keras.Variable(kernel, name="kernel"), keras.Variable(bias, name="bias")]
        optimizer.build(variables)
        results = {}
        for i, step in enumerate(gradients):
            apply(optimizer, step, variables)
            results[f"kernel{i}"] = variables[0].numpy()
            results[f"bias{i}"] = variables[1].numpy()
        optimizer.finalize_variable_values(variables)
        g.case(name, **results, kernel=variables[0].numpy(), bias=variables[1].numpy())
    broken = O.LossScaleOptimizer(
        O.Adam(0.1, gradient_accumulation_steps=2), initial_scale=4.0, dynamic_growth_steps=2
    )
    variables = [keras.Variable(kernel, name="kernel"), keras.Variable(bias, name="bias")]
    broken.build(variables)
    results = {}
    for i, step in enumerate(gradients):
        given = [x * (np.inf if i == 1 else 1.0) for x in step]
        apply(broken, given, variables)
        results[f"kernel{i}"] = variables[0].numpy()
        results[f"scale{i}"] = broken.dynamic_scale.numpy()
    g.case("loss_scale_broken", **results)
    g.write()


def schedules(folder):
    g = Golden(folder, "schedules")
    S = keras.optimizers.schedules
    cases = {
        "exponential": S.ExponentialDecay(0.3, 7, 0.6),
        "exponential_staircase": S.ExponentialDecay(0.3, 7, 0.6, staircase=True),
        "inverse_time": S.InverseTimeDecay(0.3, 7, 0.6),
        "inverse_time_staircase": S.InverseTimeDecay(0.3, 7, 0.6, staircase=True),
        "polynomial": S.PolynomialDecay(0.3, 12),
        "polynomial_options": S.PolynomialDecay(0.3, 12, end_learning_rate=0.05, power=0.5),
        "polynomial_cycle": S.PolynomialDecay(0.3, 12, power=2.0, cycle=True),
        "piecewise": S.PiecewiseConstantDecay([3, 10, 11], [0.5, 0.3, 0.2, 0.1]),
        "cosine": S.CosineDecay(0.3, 17),
        "cosine_alpha": S.CosineDecay(0.3, 17, alpha=0.2),
        "cosine_warmup": S.CosineDecay(0.1, 17, alpha=0.2, warmup_target=0.6, warmup_steps=5),
        "restarts": S.CosineDecayRestarts(0.3, 5),
        "restarts_options": S.CosineDecayRestarts(0.3, 4, t_mul=1.5, m_mul=0.8, alpha=0.1),
        "restarts_equal": S.CosineDecayRestarts(0.3, 6, t_mul=1.0, m_mul=0.9),
    }
    for name, schedule in cases.items():
        g.case(name, rate=np.array([float(schedule(step)) for step in range(40)]))
    g.write()


if __name__ == "__main__":
    target = sys.argv[1]
    for family in (optimizers, schedules):
        family(target)
