#!/usr/bin/env python3
"""Start to a usable window, and anonymous memory then: cchc-suite with the sample's office of 21 units, a minimal wx window, and Poedit where it is installed.

usage: xvfb-run -a -s "-screen 0 1366x768x24" python3 tests/shell/bench/shell_start.py BUILD_BIN [ROUNDS]

Usable: a window of more than 300x200 is on the screen and the program has come to rest (no CPU for 150 ms); the time is that of the last CPU before the rest.
The programs take turns; the median of the rounds counts. Figures are ratios within one run.
"""
import ctypes
import ctypes.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

X = ctypes.CDLL(ctypes.util.find_library("X11"))
X.XOpenDisplay.restype = ctypes.c_void_p
X.XDefaultRootWindow.restype = ctypes.c_ulong
X.XDefaultRootWindow.argtypes = [ctypes.c_void_p]


class Attributes(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int), ("border", ctypes.c_int), ("depth", ctypes.c_int),
                ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("kind", ctypes.c_int), ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int),
                ("backing_store", ctypes.c_int), ("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong), ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong),
                ("installed", ctypes.c_int), ("map_state", ctypes.c_int), ("all_masks", ctypes.c_long), ("mask", ctypes.c_long), ("no_propagate", ctypes.c_long),
                ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]


X.XQueryTree.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(ctypes.c_ulong), ctypes.POINTER(ctypes.c_ulong), ctypes.POINTER(ctypes.POINTER(ctypes.c_ulong)),
                         ctypes.POINTER(ctypes.c_uint)]
X.XGetWindowAttributes.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(Attributes)]
X.XFree.argtypes = [ctypes.c_void_p]
X.XSetErrorHandler.argtypes = [ctypes.c_void_p]
HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda display, event: 0)  # a window may go while it is looked at
X.XSetErrorHandler(ctypes.cast(HANDLER, ctypes.c_void_p))


def window_there(display):
    root, parent = ctypes.c_ulong(), ctypes.c_ulong()
    children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    X.XQueryTree(display, X.XDefaultRootWindow(display), ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children), ctypes.byref(count))
    found = False
    for i in range(count.value):
        about = Attributes()
        if X.XGetWindowAttributes(display, children[i], ctypes.byref(about)):
            found = found or (about.map_state == 2 and about.width > 300 and about.height > 200)
    if count.value:
        X.XFree(children)
    return found


def cpu(process):
    with open(f"/proc/{process}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    with open(f"/proc/{process}/schedstat") as exact:
        return int(exact.read().split()[0]) or int(fields[11]) + int(fields[12])


def anonymous(process):
    with open(f"/proc/{process}/smaps_rollup") as rollup:
        for line in rollup:
            if line.startswith("Anonymous:"):
                return int(line.split()[1]) / 1024
    return 0.0


def measure(display, command, environment):
    begun = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        last, busy, there = -1, begun, False
        while True:
            now = time.monotonic()
            if now - begun > 60:
                raise SystemExit(f"{command[0]} did not come to rest in a minute")
            if process.poll() is not None:
                raise SystemExit(f"{command[0]} ended with {process.returncode}")
            there = there or window_there(display)
            used = cpu(process.pid)
            if used != last or not there:
                last, busy = used, now
            elif now - busy > 0.15:
                return busy - begun, anonymous(process.pid)
            time.sleep(0.004)
    finally:
        process.kill()
        process.wait()
        while window_there(display):
            time.sleep(0.01)


def main():
    binaries, rounds = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7
    display = X.XOpenDisplay(None)
    if not display:
        raise SystemExit("no display: run it under xvfb-run")
    with tempfile.TemporaryDirectory() as folder:
        demo = os.path.join(folder, "demo")
        subprocess.run([os.path.join(binaries, "cchc"), "demo", demo], check=True, stdout=subprocess.DEVNULL)
        settings = {"person": "Trần Văn Mẫu", "role": "office", "unit": "296.VP", "whole": "296", "period": "2023-8T", "store": os.path.join(demo, "suite.sqlite"), "maximised": False}
        with open(os.path.join(folder, "settings.json"), "w") as file:
            json.dump(settings, file)
        environment = dict(os.environ, HOME=folder, NO_AT_BRIDGE="1", GTK_IM_MODULE="gtk-im-context-simple", XDG_CONFIG_HOME=os.path.join(folder, "config"))
        programs = {"cchc-suite": [os.path.join(binaries, "cchc-suite"), "--settings", os.path.join(folder, "settings.json")],
                    "minimal wx window": [os.path.join(binaries, "minimal_window")]}
        if shutil.which("poedit"):
            programs["Poedit"] = [shutil.which("poedit")]
        results = {name: [] for name in programs}
        for turn in range(rounds + 1):
            # There and back: who comes after a large program finds the caches full of it.
            for name in list(programs) if turn % 2 == 0 else reversed(programs):
                result = measure(display, programs[name], environment)
                if turn > 0:  # the first fills the caches
                    results[name].append(result)
    medians = {name: (statistics.median(r[0] for r in all), statistics.median(r[1] for r in all)) for name, all in results.items()}
    for name, (seconds, memory) in medians.items():
        print(f"  {name:20} {seconds * 1000:7.0f} ms to a usable window   {memory:7.1f} MiB anonymous")
    suite, minimal = medians["cchc-suite"], medians["minimal wx window"]
    print(f"  start, times a minimal window: {suite[0] / minimal[0]:.2f}   goal at most 2.00")
    if "Poedit" in medians:
        print(f"  start, times Poedit: {suite[0] / medians['Poedit'][0]:.2f}   goal below 1.00")
        print(f"  anonymous memory, times Poedit: {suite[1] / medians['Poedit'][1]:.2f}   goal below 1.00")
    else:
        print("  Poedit is not installed (apt-get install poedit): not compared")


main()
