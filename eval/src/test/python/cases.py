"""Writes reports.txt, curves.txt and folds.txt: what scikit-learn computes, for the tests of hebb.eval.

Of each case a line "case KIND", lines "name values…", maybe "text" and the lines of a text; a line "=" ends it.
"""
import sys
import warnings
from pathlib import Path

import numpy as np
from sklearn import metrics
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split

warnings.simplefilter("ignore")
random = np.random.RandomState(11)
NAMES = ["cat", "dog", "a rather long name of a class", "Ölkäfer 🐞", "x", "horse", "ship", "truck", "frog", "deer"]


class Cases:
    def __init__(self, path):
        self.out = open(path, "w", encoding="utf-8")

    def write(self, kind, fields, text=None):
        print("case", kind, file=self.out)
        for name, values in fields.items():
            if values is not None:
                array = isinstance(values, (list, tuple, np.ndarray))
                print(name, *([v if isinstance(v, str) else repr(v) for v in np.ravel(values).tolist()] if array else [values]), file=self.out)
        if text is not None:
            print("text", text, sep="\n", file=self.out)
        print("=", file=self.out)


def labels_of(classes, n, skill):
    y = random.choice(classes, n)
    return y, np.where(random.random_sample(n) < skill, y, random.choice(classes, n))


def reports(cases):
    settings = [([0, 1], 20, .8), ([0, 1, 2], 7, .5), ([0, 1, 2], 200, .7), (list(range(10)), 400, .6),
                (list(range(10)), 700, .9), ([3, 7, 20], 40, .5), ([-1, 1], 30, .9), (list(range(26)), 260, .3),
                ([5], 4, 1), (list(range(150)), 900, .5)]
    for classes, n, skill in settings:
        y, p = labels_of(classes, n, skill)
        some = classes[: max(1, len(classes) // 2)]
        for options in [{}, {"digits": 4}, {"digits": 0}, {"labels": some}, {"labels": classes[::-1]},
                        {"labels": some + [99]}, {"labels": some + [99], "zero_division": 1},
                        {"labels": classes + [99], "zero_division": np.nan}, {"weights": True},
                        {"names": True}, {"digits": 14}][: 3 if len(classes) > 20 else None]:
            o = dict(options)
            weights = np.round(random.random_sample(n) * 4, 1) if o.pop("weights", False) else None
            names = None
            if o.pop("names", False):
                present = sorted(set(y) | set(p))
                names = [NAMES[i % 10] + ("" if i < 10 else str(i)) for i in range(len(present))]
            text = metrics.classification_report(y, p, target_names=names, sample_weight=weights, **o)
            table = metrics.confusion_matrix(y, p, labels=o.get("labels"), sample_weight=weights)
            fields = {"yTrue": y, "yPred": p, "labels": o.get("labels"), "digits": o.get("digits", 2),
                      "zeroDivision": o.get("zero_division", 0), "weights": weights,
                      "names": None if names is None else "|".join(names), "accuracy": metrics.accuracy_score(y, p, sample_weight=weights)}
            for average in ("micro", "macro", "weighted"):
                scores = metrics.precision_recall_fscore_support(
                    y, p, average=average, labels=o.get("labels"), sample_weight=weights, zero_division=o.get("zero_division", 0))
                fields[average] = list(scores[:3])
            cases.write("report", fields, text)
            if len(classes) < 30:
                fields = {"yTrue": y, "yPred": p, "labels": o.get("labels"), "weights": weights}
                for how in ("true", "pred", "all"):
                    fields[how] = metrics.confusion_matrix(y, p, labels=o.get("labels"), sample_weight=weights, normalize=how)
                cases.write("matrix", fields, table)


def curves(cases):
    for n, ties, single in [(2, 0, 0), (10, 0, 0), (10, 1, 0), (200, 1, 0), (200, 0, 0), (50, 2, 0), (12, 1, 1), (30, 1, 2)]:
        y = np.ones(n, int) if single == 1 else np.zeros(n, int) if single == 2 else random.randint(0, 2, n)
        if single == 0:
            y[:2] = [0, 1]
        s = np.clip(random.normal(.35 + .3 * y, .25), 0, 1)
        s = np.round(s, 1) if ties == 1 else np.full(n, .5) if ties == 2 else s
        for weights in (None, np.round(random.random_sample(n) + .1, 1)):
            fpr, tpr, thresholds = metrics.roc_curve(y, s, sample_weight=weights)
            precision, recall, at = metrics.precision_recall_curve(y, s, sample_weight=weights)
            cases.write("binary", {
                "yTrue": y, "scores": s, "weights": weights, "fpr": fpr, "tpr": tpr, "thresholds": thresholds,
                "auc": np.nan if single else metrics.roc_auc_score(y, s, sample_weight=weights),
                "precision": precision, "recall": recall, "prThresholds": at,
                "averagePrecision": metrics.average_precision_score(y, s, sample_weight=weights)})
    for classes, n in [(3, 15), (3, 200), (5, 100), (10, 400)]:
        y = random.randint(0, classes, n)
        y[:classes] = np.arange(classes)
        logits = random.standard_normal((n, classes)) + 1.5 * np.eye(classes)[y]
        p = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
        fields = {"yTrue": y, "scores": p}
        for how in ("ovr", "ovo"):
            for average in ("macro", "weighted") + (("micro",) if how == "ovr" else ()):
                fields[f"{how}_{average}"] = metrics.roc_auc_score(y, p, multi_class=how, average=average)
        for average in ("macro", "weighted", "micro"):
            fields[f"ap_{average}"] = metrics.average_precision_score(y, p, average=average)
        cases.write("classes", fields)


def folds(cases):
    def write(kind, fields, splits):
        for train, test in splits:
            cases.write(kind, {**fields, "train": train, "test": test})
            fields = {"next": 1}

    for n, k in [(5, 5), (10, 3), (23, 4), (100, 7)]:
        for seed in (None, 0, 42, 4294967295):
            splitter = KFold(k, shuffle=seed is not None, random_state=seed)
            write("kfold", {"samples": n, "folds": k, "seed": seed}, splitter.split(np.zeros(n)))
    for classes, n, k in [(2, 20, 5), (3, 50, 4), (3, 31, 3), (10, 200, 10), (2, 7, 3)]:
        y = random.randint(0, classes, n) * 2 - 1
        for seed in (None, 0, 42):
            splitter = StratifiedKFold(k, shuffle=seed is not None, random_state=seed)
            write("stratified", {"yTrue": y, "folds": k, "seed": seed}, splitter.split(np.zeros(n), y))
        for seed in (0, 7):
            for size in (.25, .5, n - classes * 2):
                for stratify in (None, y):
                    try:
                        train, test = train_test_split(np.arange(n), test_size=size, random_state=seed, stratify=stratify)
                    except ValueError:
                        continue
                    cases.write("split", {"yTrue": y, "testSize": size, "seed": seed,
                                          "stratified": int(stratify is not None), "train": train, "test": test})


folder = Path(sys.argv[1])
reports(Cases(folder / "reports.txt"))
curves(Cases(folder / "curves.txt"))
folds(Cases(folder / "folds.txt"))
