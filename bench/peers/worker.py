"""One peer as a process: commands on stdin, one JSON object a line; one answer a line on stdout.

    worker.py keras|torch FORM THREADS

    {"do": "prepare", "network": "mnist-cnn", "batch": 32, "steps": 300}   -> {}
    {"do": "block", "steps": 50}     -> {"ns": …}             the median of steps timed one by one
    {"do": "round", "steps": 300}    -> {"ns": …, "loss": …}  the mean of a step over the round

The first line is written when the framework is loaded: its versions. A failure answers
{"error": …}, with the trace on stderr. The end of stdin ends the process.
"""

import ctypes
import json
import os
import sys
import traceback

# of malloc.h
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3


def keep_memory():
    """Lets the process keep the memory that it frees.

    By default glibc gives large arrays back to the system, mostly, and PyTorch, which frees and
    allocates all that lies between its layers in every step, then waits for the system to clear
    the same pages again: for up to half of the step.
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):  # glibc has it, musl does not
        libc.mallopt(M_TRIM_THRESHOLD, 2**31 - 1)
        libc.mallopt(M_MMAP_THRESHOLD, 2**31 - 1)


def main(framework, form, threads):
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # whatever a framework prints must not come between the answers

    def answer(fields):
        answers.write(json.dumps(fields) + "\n")

    keep_memory()
    # read by OpenMP, and so by PyTorch and oneDNN, while they are loaded
    os.environ["OMP_NUM_THREADS"] = str(threads)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    os.environ["KERAS_BACKEND"] = "tensorflow"
    try:
        if framework == "keras":
            from keras_peer import Peer
        else:
            from torch_peer import Peer
        from networks import DATA

        peer = Peer(form, threads)
        answer({"versions": peer.versions})
        for line in sys.stdin:
            command = json.loads(line)
            if command["do"] == "prepare":
                x, y = DATA[command["network"]](command["steps"] * command["batch"])
                peer.prepare(command["network"], x, y, command["batch"])
                answer({})
            elif command["do"] == "block":
                answer({"ns": peer.block(command["steps"])})
            elif command["do"] == "round":
                ns, loss = peer.round(command["steps"])
                answer({"ns": ns, "loss": loss})
            else:
                raise ValueError(f"unknown command {command['do']!r}")
    except Exception as failure:
        traceback.print_exc()
        answer({"error": f"{type(failure).__name__}: {failure}"})
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
